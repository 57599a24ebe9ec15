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
and a thread collects garbage without end. After each half, packets go to other processes and come back, and these are killed again and again, once for every 20 seconds
of the half: dpdk-testpmd behind net_memif, net_vhost and net_virtio_user, and a secondary process (which wants root, as it shares huge pages).
Prints a line for each part and one for all, with the packets handled and lost.
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
command -v dpdk-testpmd > /dev/null || ensure_packages dpdk
[ "$(nproc)" -ge 2 ] || lacking "two CPUs are needed; this machine has one"
[ -z "$build" ] || dotnet build "$root/tests/FaultRunner" -c Release -v quiet -nologo -clp:NoSummary >&2
program=$root/artifacts/bin/FaultRunner/release/FaultRunner
seconds=$(awk "BEGIN { printf \"%.0f\", $minutes * 30 }")
kills=$((seconds < 20 ? 1 : seconds / 20))
prefix=dpdksharp-soak-$$
common=(--no-pci --no-telemetry --file-prefix "$prefix")
private=(--no-huge -m 256 --no-shconf)

remove_run_time_files() { rm -rf "${XDG_RUNTIME_DIR:-/var/run}/dpdk/$prefix" "/var/run/dpdk/$prefix"; }
on_exit remove_run_time_files

# A secondary process needs memory in files.
pages=
if is_root; then
  reserve_huge_pages 96
  pages=$(mktemp -d)
  mount -t hugetlbfs none "$pages"
  on_exit sh -c "umount '$pages' && rmdir '$pages'"
else
  say "no root, so no huge pages: no secondary process is killed"
fi

handled=0 lost=0 code=0
errors=$(mktemp)
on_exit rm -f "$errors"

# NAME SECONDS ARGUMENT...: a part of the soak, which may take so long. $checked says in which mode.
part() {
  local name=$1 line
  line=$(DPDKSHARP_CHECKED=$checked timeout --kill-after=10 "$2" "$program" "${@:3}" 2> "$errors" | grep '^packets ') || {
    code=1
    # DPDK prints the stack of whoever polls a port that is stopped, which is meant here.
    grep -v '^[0-9]*: ' "$errors" >&2 || true
  }
  remove_run_time_files
  line=${line:-the program ended without an account}
  echo "$name, checked mode $([ "$checked" -eq 1 ] && echo on || echo off): $line"
  handled=$((handled + $(sed -n 's/.*handled=\([0-9]*\).*/\1/p' <<< "$line" | grep . || echo 0)))
  lost=$((lost + $(sed -n 's/.*lost=\(-\{0,1\}[0-9]*\).*/\1/p' <<< "$line" | grep . || echo 0)))
}

for checked in 0 1; do
  # The main lcore, which makes the faults, shares its CPU with the first worker.
  part "two devices" $((seconds + 120)) --lcores 0@0,1@0,2@1 "${common[@]}" "${private[@]}" -- "$seconds"
  for pair in memif vhost-server vhost-client virtio-user; do
    part "$pair" $((kills * 10 + 60)) --lcores 0@0,1@0 "${common[@]}" "${private[@]}" -- peer-killed "$kills" "$pair"
  done
  [ -z "$pages" ] || part "secondary process" $((kills * 10 + 60)) -l 0 "${common[@]}" --huge-dir "$pages" -m 64 -- secondary-killed "$kills"
done
[ "$lost" -eq 0 ] || code=1
echo "soak: $minutes minutes, $handled packets handled, $lost lost: $([ "$code" -eq 0 ] && echo passed || echo FAILED)"
exit "$code"
