#!/usr/bin/env bash
# Brings the headers and libraries of the supported DPDK versions into .cache/dpdk/<version>,
# unpacked from the distribution's packages. Nothing is installed.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

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

# DPDK LTS -> the Debian suite that carries it.
suite_of() {
  case "$1" in
    22.11) echo bookworm ;;
    24.11) echo trixie ;;
    25.11) echo forky ;;
    *) echo "fetch-dpdk: no Debian suite is known for DPDK '$1' (known: 22.11, 24.11, 25.11)." >&2; return 1 ;;
  esac
}

force=
versions=()
while [ $# -gt 0 ]; do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --force) force=1 ;;
    -*) echo "fetch-dpdk: unknown option '$1'; see --help" >&2; exit 2 ;;
    *) suite_of "$1" > /dev/null; versions+=("$1") ;;
  esac
  shift
done
[ ${#versions[@]} -gt 0 ] || versions=(22.11 24.11 25.11)

arch=$(dpkg --print-architecture)
mirror=$(apt-get indextargets --format '$(CREATED_BY) $(REPO_URI) $(ORIGIN) $(LABEL)' 2>/dev/null \
  | awk '$1 == "Packages" && $0 ~ /Debian Debian$/ { print $2; exit }')
# Before the first "apt-get update" no origin is known: any configured archive will do.
[ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(CREATED_BY) $(REPO_URI)' | awk '$1 == "Packages" && $2 !~ /security/ { print $2; exit }')
[ -n "$mirror" ] || { echo "fetch-dpdk: apt has no Debian archive configured (see sources.list(5))." >&2; exit 1; }

for version in "${versions[@]}"; do
  target="$root/.cache/dpdk/$version"
  if [ -z "$force" ] && [ -f "$target/version" ]; then
    echo "fetch-dpdk: DPDK $version is here already ($(cat "$target/version"))"
    continue
  fi
  suite=$(suite_of "$version")
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  # apt drops privileges to download: its own user must be able to reach the folder.
  chmod 755 "$work"
  mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/debs" "$work/tree"
  touch "$work/status"
  keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  echo "deb [arch=$arch signed-by=$keyring] $mirror $suite main" > "$work/sources.list"
  # An apt of its own: this suite alone, no trace on the machine's own package state.
  apt=(-qq -o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=- -o "Dir::State::Lists=$work/lists"
       -o "Dir::State::Status=$work/status" -o "Dir::Cache=$work" -o Acquire::Languages=none -o APT::Sandbox::User=root)
  echo "fetch-dpdk: DPDK $version from suite $suite"
  apt-get "${apt[@]}" update
  found=$(apt-cache "${apt[@]}" show libdpdk-dev | awk '$1 == "Version:" { print $2; exit }')
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
  trap - EXIT
  echo "fetch-dpdk: DPDK $version ($found) is in .cache/dpdk/$version"
done
