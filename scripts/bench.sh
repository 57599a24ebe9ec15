#!/usr/bin/env bash
# Measures DpdkSharp against C, side by side, in one run.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/bench.sh [--quick] [--only NAME...] [--pairs N] [--huge] [--no-aot] [--no-build]
       scripts/bench.sh --list

Installs what is missing, builds the C programs (gcc -O3 -march=native, against the installed DPDK) and the C# ones (just in time and
NativeAOT), and measures each case on all sides in turn, on the same CPU. No NIC is needed: the devices are virtual.
The results are written to artifacts/bench: results.md (tables), results.json (all figures), *.svg (plots).

--quick      a choice of the cases, in less than 3 minutes
--only NAME  cases whose name starts with NAME; several may follow
--list       print the names of the cases
--pairs N    how many times each side is measured, at least 7 (default 15; with --quick 7)
--huge       use huge pages: reserves them as root, and gives them back at the end
--no-aot     leave NativeAOT out
--no-build   measure what the last build left

Two CPUs are needed, and nothing else should run on them. docs/performance.md tells how to read the results.
USAGE
}

build=1
aot=1
huge=
list=
arguments=()
while [ $# -gt 0 ]; do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --no-build) build= ;;
    --no-aot) aot= ;;
    --huge) huge=1; arguments+=("$1") ;;
    --list) list=1; arguments+=("$1") ;;
    --quick) arguments+=("$1") ;;
    --pairs) [ $# -ge 2 ] || wrong_usage "--pairs needs a number"; arguments+=("$1" "$2"); shift ;;
    --only)
      [ $# -ge 2 ] || wrong_usage "--only needs a name"
      arguments+=("$1")
      while [ $# -ge 2 ] && [[ $2 != -* ]]; do arguments+=("$2"); shift; done ;;
    *) wrong_usage "unknown argument '$1'" ;;
  esac
  shift
done

ensure_dotnet
ensure_dpdk
ensure_packages libdpdk-dev pkg-config gcc libc6-dev zlib1g-dev libfontconfig1 libpcap0.8 iproute2 ethtool
command -v dpdk-testpmd > /dev/null || ensure_packages dpdk
[ "$(nproc)" -ge 2 ] || [ -n "$list" ] || lacking "two CPUs are needed; this machine has one"

# ---- build ----------------------------------------------------------------------------------------------------

folder=$root/artifacts/bench
source=$root/tests/Benchmarks
reference=$folder/reference
jit=$root/artifacts/bin/BenchmarkWorker/release/BenchmarkWorker
alternatives=$root/artifacts/bin/BenchmarkAlternatives/release/BenchmarkAlternatives
ahead=$folder/aot/BenchmarkWorker
harness=$root/artifacts/bin/BenchmarkHarness/release/BenchmarkHarness
mkdir -p "$folder"
if [ -n "$build" ]; then
  say "building the harness"
  dotnet build "$source/Harness" -c Release -v quiet -nologo -clp:NoSummary >&2
fi
if [ -n "$build" ] && [ -z "$list" ]; then
  say "building the C programs"
  # pkg-config names the processor that DPDK was built for: ours, named last, counts.
  # shellcheck disable=SC2046 # one word a flag
  gcc -std=gnu11 -O3 -Wall -Wextra -Werror $(pkg-config --cflags libdpdk) -march=native -o "$reference" "$source"/Reference/*.c \
    $(pkg-config --libs libdpdk) -lrte_net_ring
  # One benchmark calls a function of the shim.
  "$root/scripts/build-native.sh" "$(pkg-config --modversion libdpdk | cut -d. -f1,2)"
  say "building the C# programs"
  dotnet build "$source/Worker" -c Release -v quiet -nologo -clp:NoSummary >&2
  dotnet build "$source/Alternatives" -c Release -v quiet -nologo -clp:NoSummary >&2
  [ -z "$aot" ] || dotnet publish "$source/Worker" -c Release -v quiet -nologo -o "${ahead%/*}" >&2
fi
[ -z "$aot" ] || arguments+=(--aot "$ahead")

# ---- huge pages -----------------------------------------------------------------------------------------------

if [ -n "$huge" ] && [ -z "$list" ]; then
  is_root || lacking "--huge needs root: it reserves huge pages"
  # Each of the three programs takes 512 MB in pages of 2 MB.
  reserve_huge_pages $((3 * 256 + 16))
fi

# ---- measure --------------------------------------------------------------------------------------------------

remove_run_time_files() { rm -rf "${XDG_RUNTIME_DIR:-/var/run}"/dpdk/dpdksharp-bench-* /var/run/dpdk/dpdksharp-bench-*; }
on_exit remove_run_time_files
# Nothing that runs beside it may take a CPU away in the middle of a measurement.
if chrt --fifo 1 true 2> /dev/null; then arguments+=(--real-time); else say "no right to a real-time priority: other programs will disturb the figures"; fi
"$harness" --reference "$reference" --jit "$jit" --alternatives "$alternatives" --output "$folder" "${arguments[@]}"
