#!/bin/sh
# The journeys in a real browser. PEJL_BIN names the program (default: this tree's build), CHROMIUM the browser.
set -eu
cd "$(dirname "$0")"
[ -d node_modules/playwright-core ] && [ node_modules -nt package-lock.json ] || npm ci --ignore-scripts --silent
exec node --test --test-reporter=spec all.test.mjs
