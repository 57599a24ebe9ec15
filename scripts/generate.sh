#!/usr/bin/env bash
# Regenerates the raw layer from DPDK's headers, or checks that it is current.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
# shellcheck source=scripts/lib/common.sh
source "$root/scripts/lib/common.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/generate.sh              extract the facts of all DPDK versions from their packages' headers
                                        (scripts/fetch-dpdk.sh brings them), and write the raw layer
       scripts/generate.sh --emit       write the raw layer from the facts in generator/abi
       scripts/generate.sh --check      fail when the raw layer is not what the facts say; where DPDK's headers
                                        are installed (libdpdk-dev), extract them afresh and tell what differs
USAGE
}

mode=all
case "${1:-}" in
  '') ;;
  -h|--help) usage; exit 0 ;;
  --emit|--check) mode=${1#--} ;;
  *) echo "generate: unknown argument '$1'; see --help" >&2; exit 2 ;;
esac

ensure_dotnet
dotnet build "$root/generator/DpdkSharp.Generator" -c Release -v quiet -nologo
generator() { "$root/artifacts/bin/DpdkSharp.Generator/release/DpdkSharp.Generator" "$@" --root "$root"; }

case "$mode" in
  all)
    ensure_packages libclang1-19 libclang-common-19-dev binutils
    "$root/scripts/fetch-dpdk.sh"
    for version in 22.11 24.11 25.11; do
      generator extract "$version" --headers "$root/.cache/dpdk/$version/usr/include" --libs "$root/.cache/dpdk/$version/usr/lib"
    done
    generator emit
    ;;
  emit)
    generator emit
    ;;
  check)
    generator check
    if command -v pkg-config > /dev/null && installed=$(pkg-config --modversion libdpdk 2> /dev/null); then
      ensure_packages libclang1-19 libclang-common-19-dev binutils
      # A point release may differ from the one the facts were taken from: that is told, and is no failure.
      line=$(echo "$installed" | cut -d. -f1,2)
      facts=$(mktemp)
      trap 'rm -f "$facts"' EXIT
      generator extract "$line" --headers "$(pkg-config --variable=includedir libdpdk)/.." --libs "$(pkg-config --variable=libdir libdpdk)" --output "$facts"
      generator compare "$facts"
    else
      echo "generate: no DPDK headers are installed here (libdpdk-dev): nothing was extracted afresh." >&2
    fi
    ;;
esac
