/* What rcu has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_rcu_qsbr.h>

DPDKSHARP_EXPORT void dpdksharp_rte_rcu_qsbr_thread_online(struct rte_rcu_qsbr *v, uint32_t thread_id) { rte_rcu_qsbr_thread_online(v, thread_id); }

DPDKSHARP_EXPORT void dpdksharp_rte_rcu_qsbr_thread_offline(struct rte_rcu_qsbr *v, uint32_t thread_id) { rte_rcu_qsbr_thread_offline(v, thread_id); }

DPDKSHARP_EXPORT void dpdksharp_rte_rcu_qsbr_lock(struct rte_rcu_qsbr *v, uint32_t thread_id) { rte_rcu_qsbr_lock(v, thread_id); }

DPDKSHARP_EXPORT void dpdksharp_rte_rcu_qsbr_unlock(struct rte_rcu_qsbr *v, uint32_t thread_id) { rte_rcu_qsbr_unlock(v, thread_id); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_rcu_qsbr_start(struct rte_rcu_qsbr *v) { return rte_rcu_qsbr_start(v); }

DPDKSHARP_EXPORT void dpdksharp_rte_rcu_qsbr_quiescent(struct rte_rcu_qsbr *v, uint32_t thread_id) { rte_rcu_qsbr_quiescent(v, thread_id); }

DPDKSHARP_EXPORT int32_t dpdksharp___rte_rcu_qsbr_check_selective(struct rte_rcu_qsbr *v, uint64_t t, bool wait) { return __rte_rcu_qsbr_check_selective(v, t, wait); }

DPDKSHARP_EXPORT int32_t dpdksharp___rte_rcu_qsbr_check_all(struct rte_rcu_qsbr *v, uint64_t t, bool wait) { return __rte_rcu_qsbr_check_all(v, t, wait); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_rcu_qsbr_check(struct rte_rcu_qsbr *v, uint64_t t, bool wait) { return rte_rcu_qsbr_check(v, t, wait); }
