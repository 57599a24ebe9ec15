#include "operations.h"

#include <string.h>

const uint8_t *
operation_input(void)
{
	static uint8_t input[INPUT_BYTES] __rte_cache_aligned;
	static bool is_filled;
	uint64_t random = 0x853c49e6748fea9b;

	for (size_t i = 0; !is_filled && i < INPUT_BYTES; i += sizeof(random)) {
		random_next(&random);
		memcpy(input + i, &random, sizeof(random));
	}
	is_filled = true;
	return input;
}

void *
operation_output(void)
{
	static uint8_t output[INPUT_BYTES] __rte_cache_aligned;

	return output;
}
