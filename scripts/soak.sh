#!/usr/bin/env bash
# Moves packets for a long time while everything goes wrong that may, and accounts for each of them.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/soak.sh [--minutes N] [--no-build]

Two lcores move packets both ways between two virtual devices for N minutes (default 20), half of them with the checked mode off and half with it on, while
pools run empty, rings run full, ports are stopped, removed and plugged in again, links go down, workers throw, things are disposed of in the wrong order,
and a thread collects garbage without end. Prints a line for each half and one for all, with the packets handled and lost.
Exit code 0: no packet was lost that the counters do not explain, and nothing crashed or hung. 1: it was so.
USAGE
}

minutes=20
build=1
while [ $# -gt 0 ]; do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --minutes) [[ ${2:-} =~ ^[0-9]+([.][0-9]+)?$ ]] || wrong_usage "--minutes needs a number"; minutes=$2; shift ;;
    --no-build) build= ;;
    *) wrong_usage "unknown argument '$1'" ;;
  esac
  shift
done

ensure_dotnet
ensure_dpdk
[ "$(nproc)" -ge 2 ] || lacking "two CPUs are needed; this machine has one"
[ -z "$build" ] || dotnet build "$root/tests/FaultRunner" -c Release -v quiet -nologo -clp:NoSummary >&2
program=$root/artifacts/bin/FaultRunner/release/FaultRunner
seconds=$(awk "BEGIN { printf \"%.0f\", $minutes * 30 }")

# The main lcore, which makes the faults, shares its CPU with the first worker.
handled=0 lost=0 code=0
errors=$(mktemp)
on_exit rm -f "$errors"
for checked in 0 1; do
  line=$(DPDKSHARP_CHECKED=$checked timeout --kill-after=10 $((seconds + 120)) "$program" --lcores 0@0,1@0,2@1 --no-huge -m 256 --no-shconf --no-pci --no-telemetry \
    --file-prefix "dpdksharp-soak-$$-$checked" -- "$seconds" 2> "$errors" | grep '^packets ') || {
    code=1
    # DPDK prints the stack of whoever polls a port that is stopped, which is meant here.
    grep -v '^[0-9]*: ' "$errors" >&2 || true
  }
  rm -rf "${XDG_RUNTIME_DIR:-/var/run}/dpdk/dpdksharp-soak-$$-$checked" "/var/run/dpdk/dpdksharp-soak-$$-$checked"
  echo "${line:-the program ended without an account (checked mode $checked)}"
  handled=$((handled + $(sed -n 's/.*handled=\([0-9]*\).*/\1/p' <<< "${line:-handled=0}")))
  lost=$((lost + $(sed -n 's/.*lost=\(-\{0,1\}[0-9]*\).*/\1/p' <<< "${line:-lost=0}")))
done
[ "$lost" -eq 0 ] || code=1
echo "soak: $minutes minutes, $handled packets handled, $lost lost: $([ "$code" -eq 0 ] && echo passed || echo FAILED)"
exit "$code"
