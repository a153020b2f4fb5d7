#!/bin/sh
# Says what a bare system lacks before anything is installed. $1: the python to use.
python="$1"
if ! command -v "$python" >/dev/null 2>&1; then
  echo "There is no $python here. Install Python 3.11 or later (Debian, Ubuntu: apt-get install python3 python3-venv)," >&2
  echo "or name one: make PYTHON=/path/to/python3.12 …" >&2
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "$python is $("$python" -V 2>&1); this project needs Python 3.11 or later. Name one: make PYTHON=python3.12 …" >&2
  exit 1
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
  echo "$python cannot make a virtual environment: its venv module is missing." >&2
  echo "Debian, Ubuntu: apt-get install python3-venv" >&2
  exit 1
fi
