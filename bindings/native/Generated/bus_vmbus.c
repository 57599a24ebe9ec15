/* What bus_vmbus has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_bus_vmbus.h>
#include <rte_vmbus_reg.h>

DPDKSHARP_EXPORT uint32_t dpdksharp_vmbus_chanpkt_getlen(uint16_t pktlen) { return vmbus_chanpkt_getlen(pktlen); }

DPDKSHARP_EXPORT uint32_t dpdksharp_vmbus_chanpkt_datalen(const struct vmbus_chanpkt_hdr *pkt) { return vmbus_chanpkt_datalen(pkt); }
