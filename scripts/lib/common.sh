# shellcheck shell=bash
# What the scripts of this folder share; sourced, never run. Needs `set -euo pipefail` in the caller.
# Exit codes used by all of them: 1 failed, 2 wrong usage, 3 something this machine lacks.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
me=$(basename "$0" .sh)

# English without ICU, so that a bare system needs no libicu; and nothing sent anywhere.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { echo "$me: $*" >&2; }
die() { say "$*"; exit 1; }
wrong_usage() { say "$*; see --help"; exit 2; }
lacking() { say "$*"; exit 3; }

is_root() { [ "$(id -u)" -eq 0 ]; }

# ---- cleaning up ----------------------------------------------------------------------------------------------

cleanup_commands=()

# on_exit COMMAND [ARG...]: run it when the script ends, however it ends; last registered, first run.
on_exit() {
  local quoted
  printf -v quoted '%q ' "$@"
  cleanup_commands+=("$quoted")
}

# reserve_huge_pages N: so many more than there are, as root, until the script ends.
reserve_huge_pages() {
  local file=/proc/sys/vm/nr_hugepages before wanted
  before=$(cat "$file")
  wanted=$((before + $1))
  on_exit sh -c "echo $before > $file"
  echo "$wanted" > "$file"
  [ "$(cat "$file")" -ge "$wanted" ] || lacking "only $(cat "$file") of $wanted huge pages could be had: memory is short or fragmented"
}

run_cleanup() {
  local exit_status=$? i
  # A second ctrl-C must not leave half of it behind.
  trap '' INT TERM HUP
  trap - EXIT
  for ((i = ${#cleanup_commands[@]} - 1; i >= 0; i--)); do
    eval "${cleanup_commands[i]}" || true
  done
  exit "$exit_status"
}
trap run_cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# ---- what a script needs --------------------------------------------------------------------------------------

package_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

apt_quietly() { DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@"; }

apt_updated=
apt_update() {
  [ -z "$apt_updated" ] || return 1
  apt_updated=1
  say "apt-get update"
  apt_quietly update
}

# ensure_packages PACKAGE...: installs the Debian packages that are missing.
ensure_packages() {
  local missing=() package log
  for package in "$@"; do
    command -v dpkg-query > /dev/null && package_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get > /dev/null ||
    lacking "this system has no apt-get; install what Debian calls: ${missing[*]}"
  is_root || lacking "packages are missing; as root, run: apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
  # No lists yet, or lists from before the package: one look at the archive is enough to know.
  apt-cache show "${missing[@]}" > /dev/null 2>&1 || apt_update
  say "installing ${missing[*]}"
  log=$(mktemp)
  # Lists that are there but old name files that are gone from the archive: hence the second try.
  if ! apt_quietly install -y --no-install-recommends "${missing[@]}" > "$log" 2>&1 &&
     ! { apt_update && apt_quietly install -y --no-install-recommends "${missing[@]}" > "$log" 2>&1; }; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    lacking "apt-get could not install: ${missing[*]}"
  fi
  rm -f "$log"
}

# The driver folder of an installed DPDK that has every driver the samples and tests use; fails if there is none.
dpdk_driver_folder() {
  local folder driver
  for folder in /usr/lib/*/dpdk/pmds-* /usr/local/lib/*/dpdk/pmds-* /usr/local/lib64/dpdk/pmds-* /usr/lib64/dpdk/pmds-*; do
    for driver in mempool_ring net_null net_ring net_pcap net_tap net_af_packet net_memif net_vhost net_virtio; do
      compgen -G "$folder/librte_$driver.so.*" > /dev/null || continue 2
    done
    echo "$folder"
    return 0
  done
  return 1
}

# DPDK's libraries and drivers; no headers. A DPDK built from source counts too.
ensure_dpdk() {
  dpdk_driver_folder > /dev/null && return 0
  # These two depend on all network and mempool drivers under whatever ABI number the distribution has;
  # the package "dpdk" only recommends some of them (net_null, net_ring and net_memif are not among those).
  ensure_packages librte-meta-net librte-meta-mempool
  dpdk_driver_folder > /dev/null || lacking "DPDK is installed, but its driver folder (dpdk/pmds-*) lacks drivers this needs"
}

# libclang with its own headers, for the generator: version 19 as tried with all headers, else the next one the distribution has.
ensure_libclang() {
  local version
  for version in 19 20 21 22; do
    package_installed "libclang1-$version" && package_installed "libclang-common-$version-dev" && return 0
  done
  [ -n "$(apt-cache search --names-only '^libclang1-[0-9]+$' 2>/dev/null)" ] || ! is_root || apt_update || true
  for version in 19 20 21 22; do
    apt-cache show "libclang1-$version" > /dev/null 2>&1 && break
  done
  ensure_packages "libclang1-$version" "libclang-common-$version-dev"
}

# A .NET SDK that global.json accepts.
ensure_dotnet() {
  local wanted found
  wanted=$(sed -n 's/.*"version": *"\([0-9.]*\)".*/\1/p' "$root/global.json")
  command -v dotnet > /dev/null ||
    lacking "the .NET SDK $wanted or newer is missing (no 'dotnet' in PATH): https://dot.net/download"
  (cd "$root" && dotnet --version > /dev/null 2>&1) || {
    found=$(dotnet --list-sdks 2>/dev/null | awk '{ print $1 }' | paste -sd ' ')
    lacking "the .NET SDK $wanted or newer is needed; found: ${found:-no SDK}: https://dot.net/download"
  }
}

# ---- networks of our own --------------------------------------------------------------------------------------

# need_network_rights WHAT-FOR
need_network_rights() {
  is_root || lacking "$1 needs root: it makes network namespaces and devices"
  [ -z "${2:-}" ] || [ -c "$2" ] || lacking "$1 needs $2, which this system does not have"
}

# netns_add NAME: a namespace that is gone, with all that runs in it, when the script ends.
netns_add() {
  on_exit netns_remove "$1"
  ip netns add "$1"
  in_netns "$1" ip link set lo up
}

netns_remove() {
  local pids
  ip netns list | grep -qE "^$1( |\$)" || return 0
  pids=$(ip netns pids "$1")
  # Waiting takes them in without the shell's own "Killed" line.
  # shellcheck disable=SC2086 # one word a process
  [ -z "$pids" ] || { kill -KILL $pids && wait $pids; } 2> /dev/null || true
  ip netns delete "$1"
}

# veth_add NETNS1 NAME1 NETNS2 NAME2: a pair; it goes with its namespaces.
veth_add() {
  in_netns "$1" ip link add "$2" type veth peer name "$4" netns "$3"
  plain_frames "$1" "$2"
  plain_frames "$3" "$4"
}

# in_netns NAME COMMAND [ARG...]. Not "ip netns exec" nor "ip -n": these remount /sys, which fails in a root file system that is no mount point.
in_netns() { nsenter "--net=/run/netns/$1" "${@:2}"; }

# plain_frames NETNS NAME: what leaves the device is what a wire would carry: checksums filled in, nothing larger than
# the MTU, VLAN tags in the frame.
plain_frames() {
  local features
  # A device on which one of these is fixed refuses that one and takes the others: what counts is what is on afterwards.
  in_netns "$1" ethtool -K "$2" rx off tx off sg off tso off gso off gro off rxvlan off txvlan off > /dev/null 2>&1 || true
  features=$(in_netns "$1" ethtool -k "$2")
  ! grep -E '^(tx-checksumming|tcp-segmentation-offload|generic-receive-offload|tx-vlan-offload): on' <<< "$features" >&2 ||
    die "the offloads of $2 cannot be turned off"
}

# wait_for SECONDS COMMAND [ARG...]: until the command succeeds; fails when the time is over.
wait_for() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" > /dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.05
  done
}
