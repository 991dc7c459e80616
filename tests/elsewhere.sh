#!/bin/sh
# Runs the tests of the program with other explainers in the place of content/: what `new` begins,
# and tests/second. Arguments go to pytest. It works in a copy, .cache/elsewhere/.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
copy="$here/.cache/elsewhere"
python="$here/.venv/bin/python"

rm -rf "$copy"
mkdir -p "$copy/.cache"
cd "$here"
git ls-files -z --cached --others --exclude-standard -- . ':!content' |
  tar --null --files-from=- --ignore-failed-read -cf - | tar -xf - -C "$copy"
ln -s "$here/.venv" "$copy/.venv"
for folder in .cache/fonts cms/node_modules tests/editor/node_modules; do
  if [ -e "$folder" ]; then ln -s "$here/$folder" "$copy/$folder"; fi
done

cd "$copy"
for explainer in new second; do
  rm -rf content
  if [ "$explainer" = new ]; then
    "$python" build.py new explainer content --title "ملف آخر"
  else
    cp -r tests/second content
  fi
  echo "With $explainer in the place of content/:"
  "$python" build.py check
  "$python" -m pytest -q "$@"
done
