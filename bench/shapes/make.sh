#!/bin/sh
# Make explainer/site/pictures/shapes/lands.json out of its two packages; takes some minutes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent world-atlas@2.0.2 plotly.js@3.7.0 >/dev/null
sha256sum --check --quiet "$here/packages.sha256"
mkdir atlas plotly
tar xzf world-atlas-2.0.2.tgz -C atlas package/countries-10m.json
tar xzf plotly.js-3.7.0.tgz -C plotly package/dist/plotly-geo-assets.js
node -e '
  const { topojson } = require("./plotly/package/dist/plotly-geo-assets.js");
  process.stdout.write(JSON.stringify(topojson.world_50m));
' > united-nations.json
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r "$here/requirements.txt"
venv/bin/python "$here/cut_lands.py" atlas/package/countries-10m.json united-nations.json \
  "$here/../../explainer/site/pictures/shapes/lands.json"
