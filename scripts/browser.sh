#!/bin/sh
# Makes sure that the browser tests have Chromium: installs Debian's where this runs as root and it is missing.
# Where it cannot be had the tests say that they were skipped; in CI (CI=true) that is a failure.
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests …"
  apt-get update -qq >/dev/null 2>&1
  apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null 2>&1 && exit 0
fi
echo "No Chromium here, and it could not be installed: the browser tests will be skipped." >&2
echo "Debian, Ubuntu: apt-get install chromium" >&2
[ "${CI:-}" = true ] && exit 1
exit 0
