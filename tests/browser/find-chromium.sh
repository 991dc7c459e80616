#!/bin/sh
# Prints the path of a Chromium, or fails.
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  [ -n "$name" ] && command -v "$name" 2>/dev/null && exit 0
done
exit 1
