#!/usr/bin/env bash
# Regenerates the raw layer from DPDK's headers, or checks that it is current.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/generate.sh              extract the facts of all DPDK versions from their packages' headers
                                        (scripts/fetch-dpdk.sh brings them), and write the raw layer
       scripts/generate.sh --add VERSION --headers DIR --libs DIR
                                        add a DPDK version (26.11): its headers as they are installed, its shared or static
                                        libraries; tells what changed in the API. All of it is written, or nothing
       scripts/generate.sh --emit       write the raw layer from the facts in generator/abi
       scripts/generate.sh --check      fail when the raw layer is not what the facts say; where DPDK's headers
                                        are installed (libdpdk-dev), extract them afresh and tell what differs
USAGE
}

mode=all
version='' headers='' libs=''
case "${1:-}" in
  '') ;;
  -h|--help) usage; exit 0 ;;
  --emit|--check) mode=${1#--}; [ $# -eq 1 ] || wrong_usage "unknown argument '$2'" ;;
  --add)
    mode=add
    [ $# -ge 2 ] || wrong_usage "--add needs a version"
    version=$2
    shift 2
    while [ $# -gt 0 ]; do
      [ $# -ge 2 ] || wrong_usage "$1 needs a folder"
      case "$1" in
        --headers) headers=$2 ;;
        --libs) libs=$2 ;;
        *) wrong_usage "unknown argument '$1'" ;;
      esac
      shift 2
    done
    [ -n "$headers" ] && [ -n "$libs" ] || wrong_usage "--add needs --headers and --libs"
    ;;
  *) wrong_usage "unknown argument '$1'" ;;
esac

ensure_dotnet
dotnet build "$root/generator/DpdkSharp.Generator" -c Release -v quiet -nologo
generator() { "$root/artifacts/bin/DpdkSharp.Generator/release/DpdkSharp.Generator" "$@" --root "$root"; }

case "$mode" in
  all)
    ensure_libclang
    ensure_packages binutils
    "$root/scripts/fetch-dpdk.sh"
    for facts in "$root"/generator/abi/*.json; do
      version=$(basename "$facts" .json)
      if [ ! -d "$root/.cache/dpdk/$version/usr/include/" ]; then
        say "the facts of DPDK $version stay as they are: its headers are not here (give them with --add)"
        continue
      fi
      generator extract "$version" --headers "$root/.cache/dpdk/$version/usr/include" --libs "$root/.cache/dpdk/$version/usr/lib"
    done
    generator emit
    ;;
  add)
    ensure_libclang
    ensure_packages binutils
    generator add "$version" --headers "$headers" --libs "$libs"
    # Where a later run, and the tests of the layouts, find what fetch-dpdk.sh does not know.
    place=$root/.cache/dpdk/$version
    if [ ! -e "$place" ] || [ -L "$place/usr/include" ]; then
      mkdir -p "$place/usr"
      ln -sfn "$(realpath "$headers")" "$place/usr/include"
      ln -sfn "$(realpath "$libs")" "$place/usr/lib"
      echo "$version" > "$place/version"
    fi
    ;;
  emit)
    generator emit
    ;;
  check)
    generator check
    if command -v pkg-config > /dev/null && installed=$(pkg-config --modversion libdpdk 2> /dev/null); then
      ensure_libclang
      ensure_packages binutils
      # A point release may differ from the one the facts were taken from: that is told, and is no failure.
      line=$(echo "$installed" | cut -d. -f1,2)
      facts=$(mktemp)
      on_exit rm -f "$facts"
      generator extract "$line" --headers "$(pkg-config --variable=includedir libdpdk)/.." --libs "$(pkg-config --variable=libdir libdpdk)" --output "$facts"
      generator compare "$facts"
    else
      say "no DPDK headers are installed here (libdpdk-dev): nothing was extracted afresh"
    fi
    ;;
esac
