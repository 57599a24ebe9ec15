// What the benchmarks of single operations share. Each is a loop over one operation, whose results are added up: the sum is
// the check. Inputs are few enough for the first-level cache, unless a benchmark says otherwise.
#ifndef OPERATIONS_H
#define OPERATIONS_H

#include "bench.h"

#include <rte_cycles.h>

// Random bytes, a cache line apart where each operation has its own: INPUT_COUNT of them at a power of two.
#define INPUT_COUNT 64
#define INPUT_STEP 64
#define INPUT_BYTES 16384

// The same bytes on both sides.
const uint8_t *operation_input(void);

// As many bytes to write to, of which the compiler knows nothing.
void *operation_output(void);

// The part of the input that the operation with this number works on.
static inline const uint8_t *
operation_input_at(const uint8_t *input, uint64_t operation)
{
	return input + operation % INPUT_COUNT * INPUT_STEP;
}

static inline void
operation_end(struct bench_run *run, uint64_t start, uint64_t check)
{
	run->cycles = rte_rdtsc() - start;
	run->operations = run->count;
	run->check = check;
}

#endif
