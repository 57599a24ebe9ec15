#!/usr/bin/env bash
# Records samples/captures/mixed.pcap: real programs of two hosts that talk over one Ethernet link.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lib/common.sh
. "$(dirname "$0")/lib/common.sh"

usage() {
  cat <<'USAGE'
Usage: scripts/record-capture.sh [--output FILE]

Records the capture that the samples and tests read (default: samples/captures/mixed.pcap). Makes two network namespaces
joined by a veth pair, lets programs talk across it (ping, dig, curl; dnsmasq and Python's http.server answer), records the
link with tcpdump, checks that every kind of packet is there, prints how many of each, and removes the namespaces.

Needs root, and installs what is missing of: iproute2 iputils-ping ethtool tcpdump dnsmasq-base bind9-dnsutils curl python3.
USAGE
}

output=$root/samples/captures/mixed.pcap
while [ $# -gt 0 ]; do
  case "$1" in
    -h|--help) usage; exit 0 ;;
    --output) [ $# -ge 2 ] || wrong_usage "--output needs a file name"; output=$2; shift ;;
    *) wrong_usage "unknown argument '$1'" ;;
  esac
  shift
done

need_network_rights "recording" /dev/net/tun
ensure_packages iproute2 iputils-ping ethtool tcpdump dnsmasq-base bind9-dnsutils curl python3

client=dpdksharp-$$-client
server=dpdksharp-$$-server
work=$(mktemp -d)
on_exit rm -rf "$work"
on_client() { ip netns exec "$client" "$@"; }
on_server() { ip netns exec "$server" "$@"; }

# ---- two hosts and the link between them: documentation addresses (RFC 5737, RFC 3849), documentation MACs (RFC 7042) ----

for host in "$client" "$server"; do
  # "ip netns exec", unlike in_netns, shows this to the programs as /etc/resolv.conf.
  mkdir -p "/etc/netns/$host"
  on_exit rmdir --ignore-fail-on-non-empty /etc/netns
  on_exit rm -rf "/etc/netns/$host"
  echo "nameserver 192.0.2.2" > "/etc/netns/$host/resolv.conf"
  netns_add "$host"
done
veth_add "$client" eth0 "$server" eth0
in_netns "$client" ip link set eth0 address 00:00:5e:00:53:01
in_netns "$server" ip link set eth0 address 00:00:5e:00:53:02

# tcpdump makes room for frames of the MTU it finds when it starts: it has to find that of the jumbo frames to come.
in_netns "$client" ip link set eth0 mtu 9000 up
# Not through on_client: the process to stop later has to be tcpdump itself, not a shell that runs the function.
ip netns exec "$client" tcpdump -i eth0 -w "$work/mixed.pcap" -U --immediate-mode -Z root 2> "$work/tcpdump.log" &
tcpdump_pid=$!
wait_for 10 grep -q 'listening on' "$work/tcpdump.log" || die "tcpdump does not start: $(cat "$work/tcpdump.log")"
in_netns "$client" ip link set eth0 mtu 1500

# The other end comes up while the recording runs: duplicate address detection and multicast reports are in it.
in_netns "$client" ip address add 192.0.2.1/24 dev eth0
in_netns "$client" ip address add 2001:db8::1/64 dev eth0
in_netns "$server" ip link set eth0 up
in_netns "$server" ip address add 192.0.2.2/24 dev eth0
in_netns "$server" ip address add 2001:db8::2/64 dev eth0

no_tentative_address() { [ -z "$(in_netns "$client" ip -6 address show tentative)$(in_netns "$server" ip -6 address show tentative)" ]; }
wait_for 10 no_tentative_address || die "the IPv6 addresses do not become usable"

# ---- what the server runs ----

mkdir "$work/www"
echo '<!doctype html><title>A page</title><p>Recorded for DpdkSharp.' > "$work/www/index.html"
seq -f 'line %05g of a text that is long enough to take a few dozen segments' 1 400 > "$work/www/text.txt"
on_server python3 -m http.server --bind :: --directory "$work/www" 80 > "$work/http.log" 2>&1 &
on_server dnsmasq --keep-in-foreground --conf-file=/dev/null --pid-file= --user=root --no-hosts --no-resolv --no-daemon \
  --bind-interfaces --listen-address=192.0.2.2,2001:db8::2 --local=/example.test/ \
  --host-record=www.example.test,192.0.2.2,2001:db8::2 --mx-host=example.test,mail.example.test,10 \
  --txt-record=example.test,"v=spf1 -all" > "$work/dns.log" 2>&1 &
listens() { on_server ss -Hlnt "sport = :$1" | grep -q .; }
wait_for 10 listens 80 || die "the HTTP server does not start: $(cat "$work/http.log")"
wait_for 10 listens 53 || die "the DNS server does not start: $(cat "$work/dns.log")"

# ---- the traffic ----

say "ping"
on_client ping -q -c 5 -i 0.2 192.0.2.2 > /dev/null
on_client ping -q -c 5 -i 0.2 2001:db8::2 > /dev/null
on_server ping -q -c 3 -i 0.2 192.0.2.1 > /dev/null

say "DNS"
for query in "www.example.test A" "www.example.test AAAA" "example.test MX" "example.test TXT" "no-such-name.example.test A" \
             "www.example.test A @2001:db8::2" "www.example.test AAAA +tcp"; do
  # shellcheck disable=SC2086 # name, type and option are words of their own
  on_client dig +tries=1 +time=2 $query > /dev/null
done

say "HTTP"
on_client curl -sS -4 http://www.example.test/ http://www.example.test/text.txt > /dev/null
on_client curl -sS -6 http://www.example.test/ http://www.example.test/text.txt > /dev/null
on_client curl -sS -4 -I http://www.example.test/text.txt > /dev/null
on_client curl -sS -4 http://www.example.test/missing > /dev/null
# Ports where nobody listens: a TCP reset, and ICMP and ICMPv6 "port unreachable".
! on_client curl -sS -4 http://www.example.test:81/ 2> /dev/null || die "something listens at TCP port 81"
! on_client dig +tries=1 +time=1 -p 54 @192.0.2.2 example.test > /dev/null || die "something listens at UDP port 54"
! on_client dig +tries=1 +time=1 -p 54 @2001:db8::2 example.test > /dev/null || die "something listens at UDP port 54"

say "fragments"
on_client ping -q -c 2 -i 0.2 -s 4000 192.0.2.2 > /dev/null
on_client ping -q -c 2 -i 0.2 -s 4000 2001:db8::2 > /dev/null

say "VLAN 100"
host_number=1
for host in "$client" "$server"; do
  ip netns exec "$host" python3 "$root/scripts/lib/vlan-interface.py" eth0 100 eth0.100 2> "$work/vlan-$host_number.log" &
  wait_for 10 in_netns "$host" ip link show eth0.100 || die "no VLAN interface: $(cat "$work/vlan-$host_number.log")"
  in_netns "$host" ip link set eth0.100 up
  in_netns "$host" ip address add "198.51.100.$host_number/24" dev eth0.100
  in_netns "$host" ip address add "2001:db8:100::$host_number/64" dev eth0.100
  host_number=$((host_number + 1))
done
wait_for 10 no_tentative_address || die "the IPv6 addresses do not become usable"
on_client ping -q -c 3 -i 0.2 198.51.100.2 > /dev/null
on_client ping -q -c 3 -i 0.2 2001:db8:100::2 > /dev/null
on_client curl -sS http://198.51.100.2/text.txt > /dev/null
on_client curl -sS "http://[2001:db8:100::2]/" > /dev/null

say "jumbo frames"
in_netns "$client" ip link set eth0 mtu 9000
in_netns "$server" ip link set eth0 mtu 9000
on_client ping -q -c 2 -i 0.2 -M "do" -s 8000 192.0.2.2 > /dev/null
on_client ping -q -c 2 -i 0.2 -M "do" -s 8000 2001:db8::2 > /dev/null

# tcpdump flushes every packet (-U), and has seen the last one when the last reply was counted; let it write the rest.
sleep 0.5
kill -TERM "$tcpdump_pid"
wait "$tcpdump_pid" || die "tcpdump failed: $(cat "$work/tcpdump.log")"
grep -q '^0 packets dropped by kernel' "$work/tcpdump.log" || die "packets were lost: $(cat "$work/tcpdump.log")"

# ---- what is in it ----

count() { tcpdump -r "$work/mixed.pcap" -n "$@" 2> /dev/null | wc -l; }
failed=
report() {
  local found
  found=$(count "$2")
  printf '| %-46s | %5d |\n' "$1" "$found"
  [ "$found" -gt 0 ] || failed="$failed, $1"
}
printf '| %-46s | %5s |\n|%s|%s:|\n' "What" "Count" "$(printf -- '-%.0s' {1..48})" "------"
report "all frames" "greater 0"
report "ARP" arp
report "IPv4" ip
report "IPv6" ip6
report "ICMP echo" "icmp[icmptype] == icmp-echo or icmp[icmptype] == icmp-echoreply"
report "ICMP port unreachable" "icmp[icmptype] == icmp-unreach"
report "ICMPv6 echo" "ip6 and ip6[6] == 58 and (ip6[40] == 128 or ip6[40] == 129)"
report "ICMPv6 port unreachable" "ip6 and ip6[6] == 58 and ip6[40] == 1"
report "ICMPv6 neighbour discovery" "ip6 and ip6[6] == 58 and ip6[40] >= 133 and ip6[40] <= 136"
report "DNS over UDP (IPv4)" "ip and udp port 53"
report "DNS over UDP (IPv6)" "ip6 and udp port 53"
report "DNS over TCP" "tcp port 53"
report "HTTP over TCP (IPv4)" "ip and tcp port 80"
report "HTTP over TCP (IPv6)" "ip6 and tcp port 80"
report "TCP SYN" "ip and tcp[tcpflags] & tcp-syn != 0"
report "TCP FIN" "ip and tcp[tcpflags] & tcp-fin != 0"
report "TCP reset" "ip and tcp[tcpflags] & tcp-rst != 0"
report "IPv4 fragments" "ip[6:2] & 0x3fff != 0"
report "IPv6 fragments" "ip6[6] == 44"
report "VLAN 100: all" "vlan 100"
report "VLAN 100: ARP" "vlan 100 and arp"
report "VLAN 100: HTTP (IPv4)" "vlan 100 and ip and tcp port 80"
report "VLAN 100: HTTP (IPv6)" "vlan 100 and ip6 and tcp port 80"
report "jumbo frames (larger than 1518 bytes)" "greater 1519"

# A file header of 24 bytes, and 16 bytes before each frame: anything less means frames that were cut short.
whole=$(tcpdump -r "$work/mixed.pcap" -n -e 2> /dev/null |
  awk '{ match($0, /, length [0-9]+:/); sum += 16 + substr($0, RSTART + 9, RLENGTH - 10) } END { print 24 + sum }')
[ "$whole" -eq "$(stat -c %s "$work/mixed.pcap")" ] || die "frames were cut short: $whole bytes were to be recorded"
[ -z "$failed" ] || die "not recorded: ${failed#, }"

mkdir -p "$(dirname "$output")"
cp "$work/mixed.pcap" "$output"
say "$(stat -c %s "$output") bytes in $output"
