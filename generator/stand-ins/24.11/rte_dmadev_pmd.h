/* rte_event_dma_adapter.h of this version includes a header that its packages do not install; what it needs of it is here. */
#include <rte_dmadev.h>
