#!/usr/bin/env bash
# Brings the headers and libraries of the supported DPDK versions into .cache/dpdk/<version>,
# unpacked from the distribution's packages. Nothing is installed.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"
# shellcheck source-path=SCRIPTDIR source=lib/debian.sh
. "$(dirname "$0")/lib/debian.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/fetch-dpdk.sh [--force] [VERSION...]

Downloads libdpdk-dev and the librte-* packages of each VERSION (22.11, 24.11, 25.11; default: all)
from the Debian mirror this machine's apt is configured with, and unpacks them into
  .cache/dpdk/VERSION/usr/include/...            the headers
  .cache/dpdk/VERSION/usr/lib/.../librte_*       the libraries (for their symbol tables)
  .cache/dpdk/VERSION/version                    the exact package version
A version that is already there is left alone unless --force is given.
USAGE
}

force=
versions=()
while [ $# -gt 0 ]; do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --force) force=1 ;;
    -*) wrong_usage "unknown option '$1'" ;;
    # What scripts/generate.sh --add brought is there, though no suite is known for it.
    *) [ -f "$root/.cache/dpdk/$1/version" ] || suite_of "$1" > /dev/null; versions+=("$1") ;;
  esac
  shift
done
[ ${#versions[@]} -gt 0 ] || versions=(22.11 24.11 25.11)

arch=$(dpkg --print-architecture)
find_debian_mirror

for version in "${versions[@]}"; do
  target="$root/.cache/dpdk/$version"
  if [ -z "$force" ] && [ -f "$target/version" ]; then
    echo "fetch-dpdk: DPDK $version is here already ($(cat "$target/version"))"
    continue
  fi
  suite=$(suite_of "$version")
  work=$(mktemp -d)
  on_exit rm -rf "$work"
  # apt drops privileges to download: its own user must be able to reach the folder.
  chmod 755 "$work"
  mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/debs" "$work/tree"
  touch "$work/status"
  echo "deb [arch=$arch signed-by=$debian_keyring] $debian_mirror $suite main" > "$work/sources.list"
  # An apt of its own: this suite alone, no trace on the machine's own package state. Signatures are checked; that a mirror
  # lags behind the archive is no reason to refuse it.
  apt=(-qq -o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=- -o "Dir::State::Lists=$work/lists"
       -o "Dir::State::Status=$work/status" -o "Dir::Cache=$work" -o Acquire::Languages=none -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User=root)
  echo "fetch-dpdk: DPDK $version from suite $suite"
  apt-get "${apt[@]}" update
  found=$(apt-cache "${apt[@]}" show libdpdk-dev | awk '$1 == "Version:" && !found++ { print $2 }')
  case "$found" in
    "$version".*|*:"$version".*) ;;
    *) echo "fetch-dpdk: suite $suite now carries DPDK '$found', not $version; give its headers to scripts/generate.sh --add." >&2; exit 1 ;;
  esac
  # Exactly the libraries this libdpdk-dev was built with, and no others that share the name pattern.
  packages=$(apt-cache "${apt[@]}" depends libdpdk-dev | awk '$1 == "Depends:" && $2 ~ /^librte-/ { print $2 }' | sort -u)
  # shellcheck disable=SC2086 # one word a package
  (cd "$work/debs" && apt-get "${apt[@]}" download libdpdk-dev $packages)
  for deb in "$work"/debs/*.deb; do
    dpkg-deb -x "$deb" "$work/tree"
  done
  # Static archives are large and say no more than the shared libraries do.
  find "$work/tree" -name '*.a' -delete
  rm -rf "$work/tree/usr/share"
  rm -rf "$target"
  mkdir -p "$target"
  cp -a "$work/tree/usr" "$target/"
  echo "$found" > "$target/version"
  rm -rf "$work"
  echo "fetch-dpdk: DPDK $version ($found) is in .cache/dpdk/$version"
done
