/* What regexdev has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_regexdev.h>
#include <rte_regexdev_core.h>

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_regexdev_enqueue_burst(uint8_t dev_id, uint16_t qp_id, struct rte_regex_ops **ops, uint16_t nb_ops) { return rte_regexdev_enqueue_burst(dev_id, qp_id, ops, nb_ops); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_regexdev_dequeue_burst(uint8_t dev_id, uint16_t qp_id, struct rte_regex_ops **ops, uint16_t nb_ops) { return rte_regexdev_dequeue_burst(dev_id, qp_id, ops, nb_ops); }
