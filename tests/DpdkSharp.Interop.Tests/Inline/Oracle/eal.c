#include <rte_atomic.h>
#include <rte_bitmap.h>
#include <rte_bitops.h>
#include <rte_mcslock.h>
#include <rte_memcpy.h>
#include <rte_pflock.h>
#include <rte_reciprocal.h>
#include <rte_rwlock.h>
#include <rte_seqlock.h>
#include <rte_spinlock.h>
#include <rte_string_fns.h>
#include <rte_ticketlock.h>
#include <rte_time.h>

/* One operation on a counter, by its number: the result, or 0 where there is none. */
#define ATOMIC(bits)                                                                      \
    int64_t o_atomic##bits(int operation, rte_atomic##bits##_t *v, int##bits##_t x)       \
    {                                                                                     \
        switch (operation) {                                                              \
        case 0: rte_atomic##bits##_init(v); return 0;                                     \
        case 1: return rte_atomic##bits##_read(v);                                        \
        case 2: rte_atomic##bits##_set(v, x); return 0;                                   \
        case 3: rte_atomic##bits##_add(v, x); return 0;                                   \
        case 4: rte_atomic##bits##_sub(v, x); return 0;                                   \
        case 5: rte_atomic##bits##_inc(v); return 0;                                      \
        case 6: rte_atomic##bits##_dec(v); return 0;                                      \
        case 7: return rte_atomic##bits##_add_return(v, x);                               \
        case 8: return rte_atomic##bits##_sub_return(v, x);                               \
        case 9: return rte_atomic##bits##_inc_and_test(v);                                \
        case 10: return rte_atomic##bits##_dec_and_test(v);                               \
        case 11: return rte_atomic##bits##_test_and_set(v);                               \
        case 12: rte_atomic##bits##_clear(v); return 0;                                   \
        case 13: return rte_atomic##bits##_exchange((void *)&v->cnt, x);                  \
        default: return rte_atomic##bits##_cmpset((void *)&v->cnt, (uint##bits##_t)x, 1); \
        }                                                                                 \
    }
ATOMIC(16)
ATOMIC(32)
ATOMIC(64)

/* The other party on a lock that C and C# share: each round adds one to the counter, unprotected but for the lock. */
static void spin(void *lock, int64_t *counter, rte_mcslock_t *me) { (void)me; rte_spinlock_lock(lock); ++*(volatile int64_t *)counter; rte_spinlock_unlock(lock); }
static void spin_tm(void *lock, int64_t *counter, rte_mcslock_t *me) { (void)me; rte_spinlock_lock_tm(lock); ++*(volatile int64_t *)counter; rte_spinlock_unlock_tm(lock); }
static void rw(void *lock, int64_t *counter, rte_mcslock_t *me) { (void)me; rte_rwlock_write_lock(lock); ++*(volatile int64_t *)counter; rte_rwlock_write_unlock(lock); }
static void ticket(void *lock, int64_t *counter, rte_mcslock_t *me) { (void)me; rte_ticketlock_lock(lock); ++*(volatile int64_t *)counter; rte_ticketlock_unlock(lock); }
static void mcs(void *lock, int64_t *counter, rte_mcslock_t *me) { rte_mcslock_lock(lock, me); ++*(volatile int64_t *)counter; rte_mcslock_unlock(lock, me); }
static void pf(void *lock, int64_t *counter, rte_mcslock_t *me) { (void)me; rte_pflock_write_lock(lock); ++*(volatile int64_t *)counter; rte_pflock_write_unlock(lock); }
static void seq(void *lock, int64_t *counter, rte_mcslock_t *me) { (void)me; rte_seqlock_write_lock(lock); ++*(volatile int64_t *)counter; rte_seqlock_write_unlock(lock); }

void o_add_locked(int kind, void *lock, int64_t *counter, int rounds)
{
    static void (*const kinds[])(void *, int64_t *, rte_mcslock_t *) = { spin, spin_tm, rw, ticket, mcs, pf, seq };
    rte_mcslock_t me;
    for (int i = 0; i < rounds; i++)
        kinds[kind](lock, counter, &me);
}
