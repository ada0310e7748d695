#!/bin/sh
# A throw-away PostgreSQL for tests: a Unix socket in a folder of its own, no TCP port, nothing written through to disk.
#
#   scripts/postgres.sh run COMMAND …   runs a command with PEJL_TEST_POSTGRES set, and takes the server away again
#   scripts/postgres.sh start           starts one and prints its URL
#   scripts/postgres.sh start --while PID   the same, and it goes when that process does
#   scripts/postgres.sh stop URL        takes it away
#
# Needs PostgreSQL's own programs (Debian: apt-get install postgresql). PGBIN names their folder where it is not the usual.
# PostgreSQL refuses to run as root; started by root, it runs as the user postgres.
set -eu

fail() {
    echo "$*" >&2
    exit 1
}

bin() {
    if [ -n "${PGBIN:-}" ]; then
        echo "$PGBIN"
    else
        newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
        [ -n "$newest" ] || newest=$(dirname "$(command -v initdb || true)")
        echo "$newest"
    fi
}

# Runs a command as whoever may run PostgreSQL.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    else
        "$@"
    fi
}

start() {
    bin=$(bin)
    [ -x "$bin/initdb" ] || fail "There is no PostgreSQL here to test against. Install it (Debian: apt-get install postgresql)."
    if [ "$(id -u)" -eq 0 ]; then
        id postgres >/dev/null 2>&1 || fail "PostgreSQL does not run as root, and there is no user postgres to run it as."
    fi
    # Not TMPDIR: the path of a socket may hold 107 characters at most.
    dir=$(mktemp -d /tmp/pejl-postgres.XXXXXX)
    [ "$(id -u)" -ne 0 ] || chown postgres "$dir"
    cd "$dir"
    export LC_ALL=C.UTF-8
    as_postgres "$bin/initdb" -D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >initdb.log 2>&1 \
        || fail "PostgreSQL could not be set up: $(cat initdb.log)"
    # A benchmark wants what is acknowledged to be on the disk, as in operation; a test does not.
    haste="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    [ -z "${PEJL_POSTGRES_DURABLE:-}" ] || haste=""
    as_postgres "$bin/pg_ctl" -D data -w -l "$dir/data/log" -o "-c listen_addresses='' -c unix_socket_directories=$dir \
        -c max_connections=400 $haste" start >/dev/null 2>&1 \
        || fail "PostgreSQL could not be started: $(cat data/log)"
    echo "postgres://postgres@localhost/postgres?host=$dir"
}

stop() {
    dir=${1#*host=}
    case "$dir" in
        /tmp/pejl-postgres.*) ;;
        *) fail "Not a server that this script started: $1" ;;
    esac
    cd "$dir"
    as_postgres "$(bin)/pg_ctl" -D data -m immediate stop >/dev/null 2>&1 || true
    cd /
    rm -rf "$dir"
}

case "${1:-}" in
    start)
        url=$(start)
        if [ "${2:-}" = "--while" ]; then
            # In a session of its own: what ends the process, and its whole group, shall not end its guard.
            setsid "$0" guard "$3" "$url" </dev/null >/dev/null 2>&1 &
        fi
        echo "$url"
        ;;
    guard)
        while kill -0 "$2" 2>/dev/null; do sleep 1; done
        stop "$3"
        ;;
    stop)
        stop "$2"
        ;;
    run)
        shift
        PEJL_TEST_POSTGRES=$(start)
        export PEJL_TEST_POSTGRES
        trap 'stop "$PEJL_TEST_POSTGRES"' EXIT
        trap 'exit 130' INT TERM
        "$@"
        ;;
    *)
        fail "Usage: $0 run COMMAND … | start [--while PID] | stop URL"
        ;;
esac
