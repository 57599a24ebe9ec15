"""A VLAN sub-interface in user space, for kernels without 802.1Q support.

Usage: vlan-interface.py PARENT VLAN-ID NAME

Makes the tap device NAME with the MAC address of the Ethernet device PARENT. What the kernel sends through NAME leaves
through PARENT with an 802.1Q tag of VLAN-ID; what arrives at PARENT with that tag comes out of NAME without it. Runs until killed.
"""
import fcntl
import select
import socket
import struct
import sys

TUNSETIFF, IFF_TAP, IFF_NO_PI = 0x400454CA, 0x0002, 0x1000
SIOCSIFHWADDR, ARPHRD_ETHER = 0x8924, 1
ETH_P_ALL, ETH_P_8021Q = 0x0003, 0x8100
SOL_PACKET, PACKET_AUXDATA, PACKET_OUTGOING = 263, 8, 4
TP_STATUS_VLAN_VALID = 0x10
AUXDATA = struct.Struct("=IIIHHHH")  # struct tpacket_auxdata: status, len, snaplen, mac, net, vlan_tci, vlan_tpid


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    parent, vlan_id, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]

    wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
    wire.bind((parent, ETH_P_ALL))
    # The kernel takes the tag out of the frame before a socket sees it, and tells it on the side.
    wire.setsockopt(SOL_PACKET, PACKET_AUXDATA, 1)
    address = wire.getsockname()[4]

    tap = open("/dev/net/tun", "r+b", buffering=0)
    fcntl.ioctl(tap, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TAP | IFF_NO_PI))
    fcntl.ioctl(wire, SIOCSIFHWADDR, struct.pack("16sH6s16x", name.encode(), ARPHRD_ETHER, address))

    tag = struct.pack("!HH", ETH_P_8021Q, vlan_id)
    while True:
        for ready in select.select([wire, tap], [], [])[0]:
            if ready is tap:
                frame = tap.read(65536)
                wire.send(frame[:12] + tag + frame[12:])
                continue
            frame, control, _, source = wire.recvmsg(65536, socket.CMSG_SPACE(AUXDATA.size))
            if source[2] == PACKET_OUTGOING:
                continue
            for level, kind, data in control:
                if level == SOL_PACKET and kind == PACKET_AUXDATA:
                    status, _, _, _, _, tci, _ = AUXDATA.unpack_from(data)
                    if status & TP_STATUS_VLAN_VALID and tci & 0xFFF == vlan_id:
                        tap.write(frame)


main()
