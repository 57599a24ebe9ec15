#!/usr/bin/env bash
# Builds a sample and runs it on virtual devices: no NIC, no huge pages, no configuration.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/run.sh [SAMPLE] [--on DEVICE] [--seconds N] [--huge] [--aot] [-- SAMPLE-ARGUMENTS...]

Installs what is missing (DPDK from the distribution's packages), builds SAMPLE, runs it on two ports, and ends by itself.

SAMPLE   l2fwd (default), l3fwd (on pcap only), skeleton, skeleton-raw, helloworld (which uses no ports)
DEVICE   pcap  (default) port 0 reads samples/captures/mixed.pcap, port 1 writes what is forwarded to a file
         ring  port 0 reads and writes the same files, port 1 is a DPDK ring whose output is its input:
               every packet crosses it and comes back
         null  two ports that deliver empty packets without end and discard what they are given
         tap   two tap devices, each in a network namespace of its own; the namespaces ping each other, and
               one iperf3 TCP run crosses (needs root)
         veth  the same over two veth pairs, driven by net_af_packet (needs root)
--seconds N  null: run for N seconds (default 5); tap, veth: how long iperf3 runs (default 5);
             pcap, ring: give up after N seconds (default 30)
--huge   use huge pages (without it: ordinary memory)
--aot    publish with NativeAOT and run that (needs gcc and zlib1g-dev)

The arguments after -- go to the sample, after the ones this script gives it (l2fwd: -p 0x3 -q 2 -P -T 1,
on tap and veth also --no-mac-updating; l3fwd: -p 0x3 -P -T 1 --parse-ptype --relax-rx-offload, --config for one lcore,
and the rules in samples/L3Fwd/Examples, which send the capture's hosts' packets to port 1). All that it prints is in artifacts/run/SAMPLE-DEVICE.log.
USAGE
}

# ---- arguments ------------------------------------------------------------------------------------------------

sample=l2fwd
device=
seconds=
huge=
aot=
sample_arguments=()
[ $# -eq 0 ] || case "$1" in -*) ;; *) sample=$1; shift ;; esac
while [ $# -gt 0 ]; do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --on) [ $# -ge 2 ] || wrong_usage "--on needs a device"; device=$2; shift ;;
    --seconds) [ $# -ge 2 ] || wrong_usage "--seconds needs a number"; seconds=$2; shift ;;
    --huge) huge=1 ;;
    --aot) aot=1 ;;
    --) shift; sample_arguments=("$@"); break ;;
    *) wrong_usage "unknown argument '$1'" ;;
  esac
  shift
done
case "$sample" in
  l2fwd) project=L2Fwd ;;
  l3fwd) project=L3Fwd ;;
  skeleton) project=Skeleton ;;
  skeleton-raw) project=Skeleton.Raw ;;
  helloworld) project=HelloWorld ;;
  *) wrong_usage "unknown sample '$sample' (known: l2fwd, l3fwd, skeleton, skeleton-raw, helloworld)" ;;
esac
if [ "$sample" = helloworld ]; then
  [ -z "$device$seconds" ] || wrong_usage "helloworld uses no ports and ends at once: no --on, no --seconds"
  device=none
fi
case "${device:=pcap}" in
  pcap|ring|null|tap|veth|none) ;;
  *) wrong_usage "unknown device '$device' (known: pcap, ring, null, tap, veth)" ;;
esac
if [ "$sample" = l3fwd ] && [ "$device" != pcap ]; then
  wrong_usage "l3fwd needs packets with routes, and answers no ARP: it runs --on pcap only"
fi
case "$seconds" in
  "") case "$device" in pcap|ring) seconds=30 ;; *) seconds=5 ;; esac ;;
  *[!0-9]*|0*) wrong_usage "--seconds needs a whole number above 0, not '$seconds'" ;;
esac

# ---- what the machine has to have -----------------------------------------------------------------------------

case "$device" in
  tap) need_network_rights "--on tap" /dev/net/tun ;;
  veth) need_network_rights "--on veth" ;;
esac
memory=(--no-huge -m 512 --no-shconf)
if [ -n "$huge" ]; then
  cat /sys/kernel/mm/hugepages/*/free_hugepages 2> /dev/null | grep -q "[1-9]" ||
    lacking "no huge page is free; as root, run: echo 256 > /proc/sys/vm/nr_hugepages (or leave --huge out)"
  memory=(--in-memory)
fi
ensure_dotnet
ensure_dpdk
case "$device" in tap|veth) ensure_packages iproute2 iputils-ping ethtool iperf3 ;; esac

# ---- build ----------------------------------------------------------------------------------------------------

say "building samples/$project"
if [ -n "$aot" ]; then
  ensure_packages gcc libc6-dev zlib1g-dev
  program=$root/artifacts/aot/$project/$project
  dotnet publish "$root/samples/$project" -c Release -v quiet -o "${program%/*}" >&2
else
  program=$root/artifacts/bin/$project/release/$project
  dotnet build "$root/samples/$project" -c Release -v quiet >&2
fi
[ -x "$program" ] || die "the build left no program at ${program#"$root"/}"

# ---- the EAL arguments ----------------------------------------------------------------------------------------

capture=$root/samples/captures/mixed.pcap
folder=$root/artifacts/run
forwarded=$folder/$sample-$device.pcap
log=$folder/$sample-$device.log
mkdir -p "$folder"

prefix=dpdksharp-run-$$
if is_root; then
  on_exit rm -rf "/var/run/dpdk/$prefix"
else
  # DPDK keeps its run-time files here, and a user who did not log in has no such folder.
  XDG_RUNTIME_DIR=$(mktemp -d)
  export XDG_RUNTIME_DIR
  on_exit rm -rf "$XDG_RUNTIME_DIR"
fi
cores=$(awk '$1 == "Cpus_allowed_list:" { print $2 }' /proc/self/status)
# One lcore polls both ports, so that a machine of two cores has one left for the programs at the other ends.
[ "$sample" = helloworld ] || cores=${cores%%[,-]*}
eal=(-l "$cores" "${memory[@]}" --no-pci --no-telemetry --file-prefix "$prefix")
case "$device" in
  pcap) eal+=(--vdev "net_pcap0,rx_pcap=$capture" --vdev "net_pcap1,tx_pcap=$forwarded") ;;
  ring) eal+=(--vdev "net_pcap0,rx_pcap=$capture,tx_pcap=$forwarded" --vdev net_ring0) ;;
  null) eal+=(--vdev net_null0 --vdev net_null1) ;;
  tap) eal+=(--vdev "net_tap0,iface=tap0" --vdev "net_tap1,iface=tap1") ;;
  veth) eal+=(--vdev "net_af_packet0,iface=port0" --vdev "net_af_packet1,iface=port1") ;;
esac
own=()
if [ "$sample" = l2fwd ]; then
  own=(-p 0x3 -q 2 -P -T 1)
  case "$device" in tap|veth) own+=(--no-mac-updating) ;; esac
elif [ "$sample" = l3fwd ]; then
  own=(-p 0x3 -P -T 1 --parse-ptype --relax-rx-offload --config "(0,0,$cores),(1,0,$cores)"
    --rule_ipv4 "$root/samples/L3Fwd/Examples/mixed-ipv4.txt" --rule_ipv6 "$root/samples/L3Fwd/Examples/mixed-ipv6.txt")
fi

# ---- starting and stopping ------------------------------------------------------------------------------------

program_pid=
shown_by=
program_status=

# start_program [WRAPPER...]
start_program() {
  rm -f "$forwarded"
  case "$device" in
    # Its screens would wipe the results of ping and iperf3 off the terminal: the last one is shown at the end.
    tap|veth) exec {output}> "$log" ;;
    *) exec {output}> >(exec tee -i "$log"); shown_by=$! ;;
  esac
  # A process group of its own: ctrl-C reaches this script alone, which then stops the program in its own order.
  set -m
  "$@" "$program" "${eal[@]}" -- "${own[@]}" "${sample_arguments[@]}" < /dev/null >&"$output" 2>&1 &
  program_pid=$!
  set +m
  exec {output}>&-
  on_exit stop_program
}

running() { kill -0 "$program_pid" 2> /dev/null; }
not_running() { ! running; }

# Ends the program as a user would, with SIGINT, and keeps its exit status.
stop_program() {
  [ -z "$program_status" ] || return 0
  program_status=0
  ! running || kill -INT "$program_pid"
  wait_for 15 not_running || { say "$sample does not end on SIGINT: killed"; kill -KILL "$program_pid"; }
  wait "$program_pid" || program_status=$?
  [ -z "$shown_by" ] || wait "$shown_by"
}

# wait_while_running WHAT SECONDS COMMAND [ARG...]: like wait_for; ends the script when the time is over or the program has died.
wait_while_running() {
  local what=$1 limit=$2
  shift 2
  ended_or() { not_running || "$@"; }
  wait_for "$limit" ended_or "$@" || { stop_program; die "gave up after $limit seconds of waiting until $what"; }
  running || died "before $what"
}

# died WHEN: reports a program that ended when it should not have.
died() {
  stop_program
  [ -n "$shown_by" ] || tail -n 20 "$log" >&2
  die "$sample ended with exit code $program_status $1"
}

screens() { grep -c 'Port statistics' "$log" || true; }
another_screen() { [ "$(screens)" -gt "$1" ]; }

# l2fwd and l3fwd print their statistics once a second: the next screen has the whole of what happened until now.
let_statistics_appear() {
  case "$sample" in l2fwd|l3fwd) running || return 0 ;; *) return 0 ;; esac
  # (With "-- -T 0" there are none to wait for.)
  wait_for 3 another_screen "$(screens)" || true
}

ready() { grep -qE 'entering main loop|orwarding packets|Port statistics' "$log"; }

finish() {
  let_statistics_appear
  stop_program
  case "$sample:$program_status" in
    # The skeleton has no signal handler, as in C: SIGINT is its end.
    *:0|skeleton*:130) ;;
    *) died "when it was stopped" ;;
  esac
}

# ---- the runs -------------------------------------------------------------------------------------------------

size() { stat -c %s "$1" 2> /dev/null || echo 0; }
# Headers of the same size, no packet dropped or changed in length: when all are through, the files are equally large.
# l3fwd drops what has no route: it is through when two screens tell the same number of received packets.
all_forwarded() {
  if [ "$sample" = l3fwd ]; then
    [ "$(grep -E 'Total packets received: +[1-9]' "$log" | tail -n 2 | uniq -c | awk '{ print $1; exit }')" = 2 ]
  else
    [ "$(size "$forwarded")" -ge "$(size "$capture")" ]
  fi
}

run_on_capture() {
  start_program
  wait_while_running "all packets of the capture were forwarded" "$seconds" all_forwarded
  finish
  say "read ${capture#"$PWD"/}"
  say "the forwarded packets are in ${forwarded#"$PWD"/}"
}

run_for_a_time() {
  start_program
  wait_while_running "its main loop began" 30 ready
  sleep "$seconds"
  running || died "by itself"
  finish
}

# Two namespaces with one device each, and between them, in a third, the program with its two ports.
left=dpdksharp-$$-left
right=dpdksharp-$$-right
middle=dpdksharp-$$-middle

run_between_namespaces() {
  local netns
  for netns in "$left" "$right" "$middle"; do netns_add "$netns"; done
  # The kernel must not talk on the ports itself.
  in_netns "$middle" sh -c 'echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6'
  if [ "$device" = veth ]; then
    veth_add "$middle" port0 "$left" host
    veth_add "$middle" port1 "$right" host
    in_netns "$middle" ip link set port0 up
    in_netns "$middle" ip link set port1 up
  fi
  start_program nsenter "--net=/run/netns/$middle"
  wait_while_running "its main loop began" 30 ready
  if [ "$device" = tap ]; then
    # The kernel's ends of the taps move away; the program holds the other ends.
    in_netns "$middle" ip link set tap0 netns "$left" name host
    in_netns "$middle" ip link set tap1 netns "$right" name host
    plain_frames "$left" host
    plain_frames "$right" host
  fi
  in_netns "$left" ip address add 192.0.2.1/24 dev host
  in_netns "$right" ip address add 192.0.2.2/24 dev host
  in_netns "$left" ip link set host up
  in_netns "$right" ip link set host up

  say "ping through $sample"
  in_netns "$left" ping -c 5 -i 0.2 -W 5 192.0.2.2 || die "no answer to ping through $sample"
  say "iperf3 through $sample"
  # Not through in_netns: in the background a function would be a shell of its own.
  nsenter "--net=/run/netns/$right" iperf3 --server --one-off > /dev/null &
  wait_for 10 iperf3_listens || die "the iperf3 server does not start"
  in_netns "$left" timeout $((seconds + 20)) iperf3 --client 192.0.2.2 --time "$seconds" ||
    die "iperf3 through $sample failed"
  running || died "by itself"
  finish
  # The last screen, if the sample has screens, and how it ended.
  awk '/Port statistics/ { text = "" } { text = text $0 "\n" } END { printf "%s", text }' "$log"
  say "all that $sample printed is in ${log#"$PWD"/}"
}

iperf3_listens() { in_netns "$right" ss -Hlnt "sport = :5201" | grep -q .; }

run_to_its_end() {
  start_program
  wait_for 60 not_running || die "gave up after 60 seconds: $sample does not end"
  finish
}

say "$sample on $device: ${program##*/} ${eal[*]} -- ${own[*]} ${sample_arguments[*]}"
case "$device" in
  pcap|ring) run_on_capture ;;
  null) run_for_a_time ;;
  tap|veth) run_between_namespaces ;;
  none) run_to_its_end ;;
esac
say "done"
