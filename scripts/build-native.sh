#!/usr/bin/env bash
# Builds the C shim: DPDK's inline functions as exported ones, for each DPDK version.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/build-native.sh [VERSION...]

Compiles bindings/native against the headers and libraries of each VERSION (22.11; default: all that the generator has facts of) into
  artifacts/native/libdpdksharp_LIBRARY.so.ABI
each depending on the DPDK libraries whose functions it calls, and on no others. The headers of a version that is
installed here (libdpdk-dev) are taken where they are; the others are fetched (scripts/fetch-dpdk.sh).
USAGE
}

versions=()
for argument in "$@"; do
  case "$argument" in
    -h|--help) usage; exit 0 ;;
    -*) wrong_usage "unknown option '$argument'" ;;
    *) [ -f "$root/generator/abi/$argument.json" ] || wrong_usage "the generator has no facts of DPDK '$argument'"
       versions+=("$argument") ;;
  esac
done
[ ${#versions[@]} -gt 0 ] || mapfile -t versions < <(basename -s .json "$root"/generator/abi/*.json)

# libbsd-dev is all that DPDK's headers include besides the C library's and the kernel's.
ensure_packages gcc libc6-dev libbsd-dev
output=$root/artifacts/native
mkdir -p "$output"

# The processor that DPDK itself is compiled for, so that both see the same types and functions.
case "$(uname -m)" in
  # Transactions (RTM) are asked for at run time by the functions that use them.
  x86_64) machine=(-march=corei7 -mrtm) ;;
  aarch64) machine=(-march=armv8-a+crc) ;;
  *) lacking "there is no shim for $(uname -m)" ;;
esac

# compile VERSION: what is newer than its source, and than this script, is left alone.
compile() {
  local version=$1 abi installed flags includes=() folder stand_in libraries=() source target
  abi=$(sed -n 's/^"abi": \([0-9]*\),$/\1/p' "$root/generator/abi/$version.json")
  if installed=$(pkg-config --modversion libdpdk 2> /dev/null) && [ "$(cut -d. -f1,2 <<< "$installed")" = "$version" ]; then
    # shellcheck disable=SC2046 # one word a flag
    set -- $(pkg-config --cflags-only-I libdpdk)
    includes=("${@/#-I/-isystem}")
    folder=$(pkg-config --variable=libdir libdpdk)
  else
    "$root/scripts/fetch-dpdk.sh" "$version"
    # Folders that --add linked there may be laid out in any way: what is in a folder tells which it is.
    while read -r folder; do includes+=("-isystem$folder"); done < <(find -L "$root/.cache/dpdk/$version/usr/include" \( -name rte_eal.h -o -name rte_build_config.h \) -printf '%h\n' | sort -u)
    folder=$(dirname "$(find -L "$root/.cache/dpdk/$version/usr/lib" -name "librte_eal.so.$abi" -print -quit)")
  fi
  # What a version's packages do not install: its own first, then what others needed.
  for stand_in in "$root/generator/stand-ins/$version" "$root"/generator/stand-ins/*; do
    [ ! -d "$stand_in" ] || includes+=("-isystem$stand_in")
  done
  libraries=("$folder"/librte_*.so."$abi")
  [ -e "${libraries[0]}" ] || lacking "there are no libraries of DPDK $version (librte_*.so.$abi) in $folder"
  # Inline functions call what DPDK marks internal; their callers do not.
  # Headers' names, which some messages have, are as if the version were installed; also where .cache is a link, which gcc would follow.
  # A library is named only where something of it is used, and all that is used must be found.
  flags=$output/flags.$abi
  printf '%s\n' -std=gnu11 -D_GNU_SOURCE -DALLOW_EXPERIMENTAL_API -DALLOW_INTERNAL_API -O3 "${machine[@]}" -fPIC -shared -fvisibility=hidden \
    -fno-canonical-system-headers "-ffile-prefix-map=$root/.cache/dpdk/$version/=/" \
    -Wall -Wextra -Werror -Wno-deprecated-declarations -include rte_config.h "${includes[@]}" \
    -Wl,--as-needed -Wl,-z,defs -Wl,--unresolved-symbols=ignore-in-shared-libs -Wl,-s > "$flags"
  for source in "$root"/bindings/native/Generated/*.c; do
    target=$output/libdpdksharp_$(basename "$source" .c).so.$abi
    [ "$target" -nt "$source" ] && [ "$target" -nt "$0" ] || echo "$source $target"
  done | LIBRARIES="${libraries[*]}" FLAGS=$flags xargs -r -P "$(nproc)" -L 1 bash -c \
    'gcc "@$FLAGS" -o "$2.new" "-Wl,-soname,$(basename "$2")" "$1" $LIBRARIES && mv "$2.new" "$2"' shim || die "the shim for DPDK $version does not compile"
  rm -f "$flags"
  say "the shim for DPDK $version is in artifacts/native (*.so.$abi)"
}

for version in "${versions[@]}"; do compile "$version"; done
