// Objects of a pool, through the lcore's cache.
#include "operations.h"

#include <rte_lcore.h>

#define OBJECTS 4095
#define OBJECT_SIZE 64
#define OBJECT_VALUE 7

static void
fill(struct rte_mempool *pool, void *argument, void *object, unsigned int index)
{
	(void)pool;
	(void)argument;
	(void)index;
	*(uint64_t *)object = OBJECT_VALUE;
}

static struct rte_mempool *
object_pool(void)
{
	static struct rte_mempool *pool;

	if (pool == NULL)
		pool = rte_mempool_create("objects", OBJECTS, OBJECT_SIZE, POOL_CACHE, 0, NULL, NULL, fill, NULL, SOCKET_ID_ANY, 0);
	if (pool == NULL)
		bench_die("no memory for %d objects", OBJECTS);
	return pool;
}

static void
get_put(struct bench_run *run)
{
	struct rte_mempool *pool = object_pool();
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++) {
		void *object;

		if (unlikely(rte_mempool_get(pool, &object) != 0))
			bench_die("the pool is empty");
		sum += *(uint64_t *)object;
		rte_mempool_put(pool, object);
	}
	operation_end(run, start, sum);
}

static void
get_put_bulk(struct bench_run *run)
{
	struct rte_mempool *pool = object_pool();
	void *objects[MAX_BURST];
	unsigned int size = run->size;
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++) {
		if (unlikely(rte_mempool_get_bulk(pool, objects, size) != 0))
			bench_die("the pool is empty");
		sum += *(uint64_t *)objects[size - 1];
		rte_mempool_put_bulk(pool, objects, size);
	}
	operation_end(run, start, sum);
}

const struct bench mempool_benches[] = {
	{ "get-put", get_put, NULL },
	{ "get-put-bulk", get_put_bulk, NULL },
	{ NULL, NULL, NULL },
};
