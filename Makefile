# The two commands that matter: `make demo` and `make test`. Each does all its set-up; they need python3 (3.11 or later)
# and make, nothing else. On a bare Debian or Ubuntu: apt-get install python3 python3-venv make.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
KG     := $(BIN)/kg
STAMP  := $(VENV)/.installed

.PHONY: install demo test lint bench lock clean

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml scripts/check-python.sh
	@sh scripts/check-python.sh "$(PYTHON)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: install
	@$(KG) demo

test: install
	@sh scripts/browser.sh
	@$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4

lint: install
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: install
	@$(BIN)/python -m tests.bench

# Writes requirements.lock anew from pyproject.toml: every platform and Python from 3.11, with hashes, no index address.
lock:
	@$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header --extra dev --extra scale -o requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) data build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
