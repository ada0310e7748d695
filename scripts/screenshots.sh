#!/bin/sh
# Takes the pictures in docs/screenshots anew, from the demonstration. Names of pictures as arguments take only those.
set -eu
cd "$(dirname "$0")/../e2e"
[ -d node_modules/playwright-core ] || npm ci --ignore-scripts --silent
exec node screenshots.mjs "$@"
