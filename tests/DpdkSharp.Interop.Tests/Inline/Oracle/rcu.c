#include <rte_rcu_qsbr.h>
#include "export.h"

EXPORT(void, rte_rcu_qsbr_thread_online, (struct rte_rcu_qsbr *v, unsigned t), (v, t))
EXPORT(void, rte_rcu_qsbr_thread_offline, (struct rte_rcu_qsbr *v, unsigned t), (v, t))
EXPORT(uint64_t, rte_rcu_qsbr_start, (struct rte_rcu_qsbr *v), (v))
EXPORT(void, rte_rcu_qsbr_quiescent, (struct rte_rcu_qsbr *v, unsigned t), (v, t))
EXPORT(int, rte_rcu_qsbr_check, (struct rte_rcu_qsbr *v, uint64_t t, bool w), (v, t, w))
