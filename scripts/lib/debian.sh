# shellcheck shell=bash
# Which Debian suite carries which DPDK, and where this machine's apt gets Debian from. Sourced after common.sh.

debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# suite_of VERSION: DPDK LTS -> the Debian suite that carries it.
suite_of() {
  case "$1" in
    22.11) echo bookworm ;;
    24.11) echo trixie ;;
    25.11) echo forky ;;
    *) say "no Debian suite is known for DPDK '$1' (known: 22.11, 24.11, 25.11)."; return 1 ;;
  esac
}

# shellcheck disable=SC2016 # apt's own placeholders
configured_debian_mirror() {
  apt-get indextargets --format '$(CREATED_BY) $(REPO_URI) $(ORIGIN) $(LABEL)' 2>/dev/null |
    awk '$1 == "Packages" && $0 ~ /Debian Debian$/ && !found++ { print $2 }'
}

# find_debian_mirror: sets debian_mirror.
find_debian_mirror() {
  debian_mirror=$(configured_debian_mirror)
  if [ -z "$debian_mirror" ]; then
    # Before the first "apt-get update" apt itself does not know what its archives are.
    is_root || lacking "apt has not looked at its archives yet; as root, run: apt-get update"
    apt_update
    debian_mirror=$(configured_debian_mirror)
  fi
  [ -n "$debian_mirror" ] || lacking "apt has no Debian archive configured (see sources.list(5))"
}
