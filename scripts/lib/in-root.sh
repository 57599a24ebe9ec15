#!/usr/bin/env bash
# Runs a command in a root file system, as the first process of namespaces that the caller has made (unshare --mount --pid --net --fork):
# mounts, processes and network devices are gone when it ends, however it ends.
# Usage: in-root.sh ROOT [--bind FOLDER | --read-only FOLDER | --env NAME=VALUE]... -- COMMAND [ARG...]
set -euo pipefail

fs=$1
shift
# Named, so that nothing of the machine's own gets in.
environment=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LANG=C.UTF-8 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_NOLOGO=1)
mount --bind "$fs" "$fs"
mount -t proc proc "$fs/proc"
# Of this network namespace: its devices are under /sys/class/net.
mount -t sysfs sysfs "$fs/sys"
mount --rbind /dev "$fs/dev"
mount -t tmpfs -o mode=0755 run "$fs/run"
mount -t tmpfs -o mode=1777 tmp "$fs/tmp"
while [ "$1" != -- ]; do
  case "$1" in
    --env) environment+=("$2") ;;
    --bind|--read-only)
      mkdir -p "$fs$2"
      mount --bind "$2" "$fs$2"
      [ "$1" = --bind ] || mount -o remount,bind,ro "$fs$2" ;;
    *) echo "in-root: unknown option '$1'" >&2; exit 2 ;;
  esac
  shift 2
done
shift
# The machine's own ip: a root with DPDK's libraries alone has none.
ip link set lo up
# Not exec: the first process of a namespace takes in what others leave behind, and signals without a handler do not reach it.
code=0
env -i "${environment[@]}" chroot "$fs" "$@" || code=$?
exit "$code"
