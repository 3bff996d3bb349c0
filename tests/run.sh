#!/usr/bin/env bash
# Runs every test of the project on Debian 12 with the .NET 10 SDK: installs what the tests need through apt when it may
# (else says what is missing and fails), starts the services as a non-root user, and counts from the result files.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packages=(postgresql-15-postgis-3 postgis gdal-bin proj-bin sqlite3
  python3-grpcio python3-protobuf python3-numpy python3-shapely python3-pyproj python3-gdal python3-qgis qgis-providers
  python3-jsonschema python3-yaml python3-geopandas python3-matplotlib python3-nbconvert python3-ipykernel
  fonts-wqy-microhei procps curl systemd)
# A Node.js that is there brings its own npm, which Debian's would shadow.
command -v npm >/dev/null || packages+=(npm)
projects=(CityRenewal.Geo.Tests CityRenewal.Geo.Stores.Tests CityRenewal.Geo.Service.Tests)
results=$PWD/out/test-results
services=$(mktemp -d "${TMPDIR:-/tmp}/renewal-tests.XXXXXX")
postgres=/usr/lib/postgresql/15/bin
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
failures=() stage_name= stage_start=0

stage() {
  local now; now=$(date +%s)
  [ -z "$stage_name" ] || printf '== %-28s %5.1f min\n' "$stage_name" "$(awk "BEGIN{print ($now-$stage_start)/60}")"
  stage_name=${1:-} stage_start=$now
}

fail() { printf 'FAILED: %s\n' "$*"; failures+=("$*"); }

finish() {
  stage
  stop_services
  local passed=0 failed=${#failures[@]} skipped=0 project counts
  for project in "${projects[@]}"; do
    counts=$(count "$results/$project.trx")
    [ -n "$counts" ] || { printf 'FAILED: %s left no results\n' "$project"; failed=$((failed + 1)); continue; }
    read -r p f s <<<"$counts"
    [ "$((p + f))" -gt 0 ] || { printf 'FAILED: %s ran no test\n' "$project"; failed=$((failed + 1)); }
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  done
  if [ "$skipped" -gt 0 ]; then
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  else
    printf '%d passed, %d failed\n' "$passed" "$failed"
  fi
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit $?
}

# Passed, failed (everything that ran or should have run and did not pass) and skipped, from one result file.
count() {
  [ -s "$1" ] || return 0
  awk '/<Counters /{
    for (i = 1; i <= NF; i++) { split($i, a, "\""); k = a[1]; sub(/=$/, "", k); n[k] = a[2] + 0 }
    print n["passed"], n["executed"] - n["passed"] + n["error"] + n["timeout"] + n["aborted"], n["total"] - n["executed"]; exit }' "$1"
}

install_packages() {
  local missing=() package
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local apt=(apt-get)
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || { fail "missing Debian packages, and apt may not be used: apt-get install ${missing[*]}"; return 1; }
    apt=(sudo -n apt-get)
  fi
  "${apt[@]}" update -qq >"$services/apt.log" 2>&1
  DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y -qq --no-install-recommends "${missing[@]}" >>"$services/apt.log" 2>&1 ||
    { tail -n 5 "$services/apt.log"; fail "apt could not install: ${missing[*]}"; return 1; }
}

# The linter of the contract comes as one program in a package of the npm registry.
install_buf() {
  local version=1.75.0 machine; machine=$(uname -m); [ "$machine" != x86_64 ] || machine=x64
  mkdir "$services/buf" &&
    (cd "$services/buf" && npm pack --silent "@bufbuild/buf-linux-$machine@$version" >npm.log 2>&1 && tar xzf ./*.tgz) ||
    { tail -n 5 "$services/buf/npm.log"; fail "npm could not fetch the contract's linter, buf $version"; return 1; }
  export CITYRENEWAL_TEST_BUF=$services/buf/package/bin/buf
}

# Servers refuse to run as root, so root hands them to the account that the package made.
as_service() { if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

start_services() {
  local port
  chmod 755 "$services"
  mkdir "$services/postgis"
  [ "$(id -u)" -ne 0 ] || chown postgres "$services/postgis"
  port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  as_service "$postgres/initdb" -D "$services/postgis/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$services/initdb.log" 2>&1 &&
    as_service "$postgres/pg_ctl" -D "$services/postgis/data" -w -l "$services/postgis/log" \
      -o "-p $port -k $services/postgis -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=256MB -c max_connections=60" start \
      >"$services/start.log" 2>&1 &&
    as_service "$postgres/createdb" -h 127.0.0.1 -p "$port" -U postgres cityrenewal &&
    as_service "$postgres/psql" -h 127.0.0.1 -p "$port" -U postgres -d cityrenewal -qc 'create extension postgis' ||
    { cat "$services"/*.log; fail "PostGIS did not start"; return 1; }
  export CITYRENEWAL_TEST_POSTGIS="Host=127.0.0.1;Port=$port;Username=postgres;Database=cityrenewal"
}

stop_services() {
  [ -d "$services/postgis/data" ] && as_service "$postgres/pg_ctl" -D "$services/postgis/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$services"
}

trap 'fail "interrupted"; finish' INT TERM
rm -rf "$results"
mkdir -p "$results"

stage "install"
command -v dotnet >/dev/null || { fail "the .NET 10 SDK is missing: install it and put dotnet on the PATH"; finish; }
install_packages || finish
install_buf || finish

stage "build"
dotnet restore CityRenewal.Geo.sln --locked-mode >"$results/restore.log" 2>&1 || { tail -n 20 "$results/restore.log"; fail "restore"; finish; }
dotnet build CityRenewal.Geo.sln -c Release --no-restore -clp:ErrorsOnly -nologo >"$results/build.log" 2>&1 ||
  { tail -n 20 "$results/build.log"; fail "build"; finish; }

stage "services"
start_services || finish

for project in "${projects[@]}"; do
  stage "$project"
  timeout 2400 dotnet test "tests/$project" -c Release --no-build --nologo --results-directory "$results" \
    --logger "trx;LogFileName=$project.trx" >"$results/$project.log" 2>&1
  code=$?
  if [ $code -ne 0 ]; then
    grep -vE '^\s*$|Starting test execution|matched the specified' "$results/$project.log" | head -n 200
    # A host that died leaves results that look fine up to the crash.
    grep -qE 'Failed:\s+[1-9]' "$results/$project.log" || fail "$project ended with code $code"
  fi
done
finish
