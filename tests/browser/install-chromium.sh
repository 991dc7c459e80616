#!/bin/sh
# Installs Chromium from Debian's packages where it is missing and this user may install.
set -u
here=$(dirname "$0")
sh "$here/find-chromium.sh" >/dev/null && exit 0
if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root=none; fi
if ! command -v apt-get >/dev/null 2>&1 || [ "$as_root" = none ]; then
  echo "Chromium is missing and cannot be installed here; the browser tests need it." >&2
  exit 0
fi
$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium fonts-noto-core
exit 0
