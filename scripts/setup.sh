#!/usr/bin/env bash
# Installs what the tests need and this machine lacks: PostgreSQL's programs, and Chromium for the browser tests.
# Where it may not install, it says what to install.
set -euo pipefail

missing=()
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing+=(postgresql)
if [ -x "$(dirname "$0")/../e2e/run.sh" ]; then
    command -v chromium >/dev/null || missing+=(chromium)
fi
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    as_root=()
    may_not=1
fi
if [ -n "${may_not:-}" ] || ! command -v apt-get >/dev/null; then
    echo "The tests need: ${missing[*]}. Install it and run this again (Debian: apt-get install ${missing[*]})." >&2
    exit 1
fi
echo "Installing: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
# No cluster of Debian's own is wanted: the tests start theirs and take it away again.
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    "${as_root[@]}" mkdir -p /etc/postgresql-common
    echo "create_main_cluster = false" | "${as_root[@]}" tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
