# A PostgreSQL cluster of one's own, from the distribution's packages, for `test` and `bench/run`: source it, then
# `start_cluster`, which takes settings of the server (`-c fsync=off`) and sets `cluster_url`, and `stop_cluster` at the end.
# It needs a function `fail`.

postgres_bin() { printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1; }

cluster=""
as_postgres() { if [[ $EUID == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi; }

stop_cluster() {
    [[ -n $cluster ]] || return 0
    as_postgres "$(postgres_bin)/pg_ctl" stop -D "$cluster/data" -m fast >/dev/null 2>&1 || true
    rm -rf "$cluster"
}

# A port below those that the system hands out by itself, on which nobody answers.
free_port() {
    local port
    while port=$((20000 + RANDOM % 10000)) && (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
    echo "$port"
}

start_cluster() {
    local port bin
    bin=$(postgres_bin)
    port=$(free_port)
    cluster=$(mktemp -d /tmp/tenure-test.XXXXXX)
    [[ $EUID != 0 ]] || chown postgres "$cluster"
    # From its own folder: the user postgres need not be able to enter ours.
    (cd "$cluster" && as_postgres "$bin/initdb" -D data -U postgres -A trust -E UTF8 --no-locale >initdb.log 2>&1) \
        || fail "initdb failed: $(tail -n 5 "$cluster/initdb.log")"
    (cd "$cluster" && as_postgres "$bin/pg_ctl" start -w -D data -l server.log >/dev/null \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$cluster -c max_connections=200 $*") \
        || fail "PostgreSQL does not start: $(tail -n 5 "$cluster/server.log")"
    cluster_url="postgres://postgres@127.0.0.1:$port/postgres"
    echo "PostgreSQL from $bin on port $port"
}
