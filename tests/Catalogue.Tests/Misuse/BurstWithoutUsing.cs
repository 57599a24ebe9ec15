// A burst is neither disposed nor cleared: what was received and not sent is lost.
// caught by: analyzer DPDK0006
// caught by: exception "4 of its 511 packets are still out"
// caught by: checked PacketOwnershipException "4 of its 511 packets are still out"
// caught by: checked PacketOwnershipException "4 with the application (in a burst), taken by Program.Main"
Arrive(4);
var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]); // <-- here
Rx.Receive(burst);
