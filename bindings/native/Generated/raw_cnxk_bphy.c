/* What raw_cnxk_bphy has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_pmd_bphy.h>

DPDKSHARP_EXPORT int32_t dpdksharp___rte_pmd_bphy_enq_deq(uint16_t dev_id, uint32_t queue, void *req, void *rsp, size_t rsp_size) { return __rte_pmd_bphy_enq_deq(dev_id, queue, req, rsp, rsp_size); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_intr_init(uint16_t dev_id) { return rte_pmd_bphy_intr_init(dev_id); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_intr_fini(uint16_t dev_id) { return rte_pmd_bphy_intr_fini(dev_id); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_intr_register(uint16_t dev_id, int32_t irq_num, cnxk_bphy_intr_handler_t handler, void *data, int32_t cpu) { return rte_pmd_bphy_intr_register(dev_id, irq_num, handler, data, cpu); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_intr_unregister(uint16_t dev_id, int32_t irq_num) { return rte_pmd_bphy_intr_unregister(dev_id, irq_num); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_intr_mem_get(uint16_t dev_id, struct cnxk_bphy_mem *mem) { return rte_pmd_bphy_intr_mem_get(dev_id, mem); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_npa_pf_func_get(uint16_t dev_id, uint16_t *pf_func) { return rte_pmd_bphy_npa_pf_func_get(dev_id, pf_func); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_sso_pf_func_get(uint16_t dev_id, uint16_t *pf_func) { return rte_pmd_bphy_sso_pf_func_get(dev_id, pf_func); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_get_link_info(uint16_t dev_id, uint16_t lmac, struct cnxk_bphy_cgx_msg_link_info *info) { return rte_pmd_bphy_cgx_get_link_info(dev_id, lmac, info); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_intlbk_disable(uint16_t dev_id, uint16_t lmac) { return rte_pmd_bphy_cgx_intlbk_disable(dev_id, lmac); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_intlbk_enable(uint16_t dev_id, uint16_t lmac) { return rte_pmd_bphy_cgx_intlbk_enable(dev_id, lmac); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_ptp_rx_disable(uint16_t dev_id, uint16_t lmac) { return rte_pmd_bphy_cgx_ptp_rx_disable(dev_id, lmac); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_ptp_rx_enable(uint16_t dev_id, uint16_t lmac) { return rte_pmd_bphy_cgx_ptp_rx_enable(dev_id, lmac); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_set_link_mode(uint16_t dev_id, uint16_t lmac, struct cnxk_bphy_cgx_msg_link_mode *mode) { return rte_pmd_bphy_cgx_set_link_mode(dev_id, lmac, mode); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_set_link_state(uint16_t dev_id, uint16_t lmac, struct cnxk_bphy_cgx_msg_set_link_state *state) { return rte_pmd_bphy_cgx_set_link_state(dev_id, lmac, state); }
#endif

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_set_link_state(uint16_t dev_id, uint16_t lmac, bool up) { return rte_pmd_bphy_cgx_set_link_state(dev_id, lmac, up); }
#endif

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_start_rxtx(uint16_t dev_id, uint16_t lmac) { return rte_pmd_bphy_cgx_start_rxtx(dev_id, lmac); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_stop_rxtx(uint16_t dev_id, uint16_t lmac) { return rte_pmd_bphy_cgx_stop_rxtx(dev_id, lmac); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_get_supported_fec(uint16_t dev_id, uint16_t lmac, enum cnxk_bphy_cgx_eth_link_fec *fec) { return rte_pmd_bphy_cgx_get_supported_fec(dev_id, lmac, fec); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_set_fec(uint16_t dev_id, uint16_t lmac, uint32_t fec) { return rte_pmd_bphy_cgx_set_fec(dev_id, lmac, fec); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_cpri_mode_change(uint16_t dev_id, uint16_t lmac, struct cnxk_bphy_cgx_msg_cpri_mode_change *mode) { return rte_pmd_bphy_cgx_cpri_mode_change(dev_id, lmac, mode); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_cpri_tx_control(uint16_t dev_id, uint16_t lmac, struct cnxk_bphy_cgx_msg_cpri_mode_tx_ctrl *mode) { return rte_pmd_bphy_cgx_cpri_tx_control(dev_id, lmac, mode); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_bphy_cgx_cpri_mode_misc(uint16_t dev_id, uint16_t lmac, struct cnxk_bphy_cgx_msg_cpri_mode_misc *mode) { return rte_pmd_bphy_cgx_cpri_mode_misc(dev_id, lmac, mode); }
