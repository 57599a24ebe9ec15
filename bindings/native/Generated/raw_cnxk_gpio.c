/* What raw_cnxk_gpio has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_pmd_cnxk_gpio.h>

DPDKSHARP_EXPORT int32_t dpdksharp___rte_pmd_gpio_enq_deq(uint16_t dev_id, int32_t gpio, void *req, void *rsp, size_t rsp_size) { return __rte_pmd_gpio_enq_deq(dev_id, gpio, req, rsp, rsp_size); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_set_pin_value(uint16_t dev_id, int32_t gpio, int32_t val) { return rte_pmd_gpio_set_pin_value(dev_id, gpio, val); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_set_pin_edge(uint16_t dev_id, int32_t gpio, uint32_t edge) { return rte_pmd_gpio_set_pin_edge(dev_id, gpio, edge); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_set_pin_dir(uint16_t dev_id, int32_t gpio, uint32_t dir) { return rte_pmd_gpio_set_pin_dir(dev_id, gpio, dir); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_set_pin_active_low(uint16_t dev_id, int32_t gpio, int32_t val) { return rte_pmd_gpio_set_pin_active_low(dev_id, gpio, val); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_get_pin_value(uint16_t dev_id, int32_t gpio, int32_t *val) { return rte_pmd_gpio_get_pin_value(dev_id, gpio, val); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_get_pin_edge(uint16_t dev_id, int32_t gpio, enum cnxk_gpio_pin_edge *edge) { return rte_pmd_gpio_get_pin_edge(dev_id, gpio, edge); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_get_pin_dir(uint16_t dev_id, int32_t gpio, enum cnxk_gpio_pin_dir *dir) { return rte_pmd_gpio_get_pin_dir(dev_id, gpio, dir); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_get_pin_active_low(uint16_t dev_id, int32_t gpio, int32_t *val) { return rte_pmd_gpio_get_pin_active_low(dev_id, gpio, val); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_register_irq(uint16_t dev_id, int32_t gpio, int32_t cpu, cnxk_gpio_irq_handler_t handler, void *data) { return rte_pmd_gpio_register_irq(dev_id, gpio, cpu, handler, data); }

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_register_irq2(uint16_t dev_id, int32_t gpio, cnxk_gpio_irq_handler2_t handler, void *data) { return rte_pmd_gpio_register_irq2(dev_id, gpio, handler, data); }
#endif

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_unregister_irq(uint16_t dev_id, int32_t gpio) { return rte_pmd_gpio_unregister_irq(dev_id, gpio); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_enable_interrupt(uint16_t dev_id, int32_t gpio, uint32_t edge) { return rte_pmd_gpio_enable_interrupt(dev_id, gpio, edge); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_gpio_disable_interrupt(uint16_t dev_id, int32_t gpio) { return rte_pmd_gpio_disable_interrupt(dev_id, gpio); }
