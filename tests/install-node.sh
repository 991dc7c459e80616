#!/bin/sh
# Installs Node and npm from Debian's packages where they are missing and this user may install.
set -u
command -v npm >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root=none; fi
if ! command -v apt-get >/dev/null 2>&1 || [ "$as_root" = none ]; then
  echo "npm is missing and cannot be installed here; the tests of the form and of the workflows need it." >&2
  exit 0
fi
$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends nodejs npm
exit 0
