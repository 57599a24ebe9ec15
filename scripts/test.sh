#!/usr/bin/env bash
# Builds everything and runs every test.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"
# shellcheck source-path=SCRIPTDIR source=lib/results.sh
. "$(dirname "$0")/lib/results.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/test.sh [--filter TEXT] [--no-build] [PROJECT...]

Installs what is missing (DPDK with its headers and testpmd, libclang, gcc, g++, the network programs), builds DpdkSharp.sln in Release,
runs the test projects one after the other, and ends with the line "N passed, N failed, N skipped".
Exit code 0: all passed. 1: something failed, or no test ran.

PROJECT        only these, e.g. TestKit.Tests (default: all under tests, and samples/*.Tests)
--filter TEXT  only tests whose full name contains TEXT; with a leading slash: an xunit query (/assembly/namespace/class/method)
--no-build     run what the last build left

As an ordinary user the tests that make network devices fail and say so: run it as root.
USAGE
}

filter=()
build=1
projects=()
while [ $# -gt 0 ]; do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --filter)
      [ $# -ge 2 ] || wrong_usage "--filter needs a text"
      case "$2" in /*) filter=(-filter "$2") ;; *) filter=(-method "*$2*") ;; esac
      shift ;;
    --no-build) build= ;;
    -*) wrong_usage "unknown option '$1'" ;;
    *) [ -f "$root/tests/$1/$1.csproj" ] || [ -f "$root/samples/$1/$1.csproj" ] || wrong_usage "there is no test project '$1'"; projects+=("$1") ;;
  esac
  shift
done
if [ ${#projects[@]} -eq 0 ]; then
  for file in "$root"/tests/*/*.csproj "$root"/samples/*.Tests/*.csproj; do
    # Libraries that tests share, and benchmarks, say that they are no test project.
    grep -q '<IsTestProject>false</IsTestProject>' "$file" || projects+=("$(basename "$file" .csproj)")
  done
fi

ensure_dotnet
ensure_dpdk
ensure_libclang
ensure_packages dpdk dpdk-dev libdpdk-dev pkg-config binutils gcc g++ libc6-dev zlib1g-dev \
  iproute2 iputils-ping ethtool tcpdump iperf3 libfaketime libpcap0.8 python3 util-linux bsdutils
is_root || say "not root: tests that make network devices will fail"

cd "$root"
if [ -n "$build" ]; then
  scripts/build-native.sh || {
    echo "FAILED   the build of the C shim"
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
  }
  say "building DpdkSharp.sln"
  dotnet build DpdkSharp.sln -c Release -v quiet -nologo || {
    echo "FAILED   the build"
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
  }
fi

results=$root/artifacts/test-results
rm -rf "$results"
mkdir -p "$results"

for project in "${projects[@]}"; do
  program=$root/artifacts/bin/$project/release/$project
  report=$results/$project.xml
  say "running $project"
  if [ ! -x "$program" ]; then
    count_failure "$project: not built (is it in DpdkSharp.sln?)"
    continue
  fi
  # One at a time: each is a DPDK process, and the machine may have two cores.
  code=0
  timeout --foreground --kill-after=10 1800 "$program" -noColor -noLogo -result-xml "$report" "${filter[@]}" || code=$?
  count_report "$project" "$report" "$code"
done
finish_counting
