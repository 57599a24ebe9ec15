// Reads benchmarks to run from standard input, runs each on the first worker lcore, answers on standard output:
//   list                        = NAME NAME ...
//   run NAME key=value ...      = operations=N cycles=N hz=N check=HEX tail=N,N,...
// The C# worker understands the same lines.
#include "bench.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <rte_cycles.h>
#include <rte_eal.h>
#include <rte_errno.h>
#include <rte_launch.h>
#include <rte_lcore.h>

static const struct bench *const all_benches[] = {
	classify_benches,
	forward_benches,
	latency_benches,
	pipeline_benches,
	mbuf_benches,
	mempool_benches,
	ring_benches,
	header_benches,
	checksum_benches,
	hash_benches,
	lookup_benches,
	call_benches,
};

void
bench_die(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fputs("reference: ", stderr);
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	exit(1);
}

static const struct bench *
find(const char *name)
{
	for (size_t i = 0; i < RTE_DIM(all_benches); i++)
		for (const struct bench *b = all_benches[i]; b->name != NULL; b++)
			if (strcmp(b->name, name) == 0)
				return b;
	return NULL;
}

static void
list(void)
{
	putchar('=');
	for (size_t i = 0; i < RTE_DIM(all_benches); i++)
		for (const struct bench *b = all_benches[i]; b->name != NULL; b++)
			printf(" %s", b->name);
	putchar('\n');
}

struct job {
	void (*function)(struct bench_run *run);
	struct bench_run *run;
};

static int
run_job(void *argument)
{
	struct job *job = argument;

	job->function(job->run);
	return 0;
}

static unsigned int
launch(struct job *job, unsigned int after)
{
	unsigned int lcore = rte_get_next_lcore(after, 1, 0);

	if (lcore >= RTE_MAX_LCORE || rte_eal_remote_launch(run_job, job, lcore) != 0)
		bench_die("two worker lcores are needed: --lcores 0@0,1@1,2@0");
	return lcore;
}

// Asleep: the second worker may have this CPU.
static void
wait(unsigned int lcore)
{
	while (rte_eal_get_lcore_state(lcore) == RUNNING)
		usleep(100);
	rte_eal_wait_lcore(lcore);
}

static void
run_bench(const struct bench *bench, struct bench_run *run)
{
	struct job first = { .function = bench->run, .run = run };
	struct job second = { .function = bench->beside, .run = run };
	unsigned int lcore = launch(&first, -1);

	if (bench->beside != NULL)
		wait(launch(&second, lcore));
	wait(lcore);
	printf("= operations=%" PRIu64 " cycles=%" PRIu64 " hz=%" PRIu64 " check=%" PRIx64 " tail=",
	       run->operations, run->cycles, rte_get_tsc_hz(), run->check);
	for (int i = 0; i < TAIL_POINTS; i++)
		printf("%s%" PRIu64, i == 0 ? "" : ",", run->tail[i]);
	putchar('\n');
}

static void
set(struct bench_run *run, const char *key, const char *value)
{
	uint64_t number = strtoull(value, NULL, 10);

	if (strcmp(key, "device") == 0)
		run->device = value;
	else if (strcmp(key, "traffic") == 0)
		run->traffic = value;
	else if (strcmp(key, "count") == 0)
		run->count = number;
	else if (strcmp(key, "burst") == 0)
		run->burst = number;
	else if (strcmp(key, "frame") == 0)
		run->frame = number;
	else if (strcmp(key, "packets") == 0)
		run->packets = number;
	else if (strcmp(key, "size") == 0)
		run->size = number;
	else if (strcmp(key, "layer") != 0) // Only C# has layers.
		bench_die("unknown key '%s'", key);
}

static void
execute(char *line)
{
	struct bench_run run = { .device = "ring", .traffic = "udp", .count = 1, .burst = 32, .frame = 64, .packets = 512 };
	char *rest = NULL;
	char *word = strtok_r(line, " \n", &rest);

	if (word == NULL)
		return;
	if (strcmp(word, "list") == 0) {
		list();
	} else if (strcmp(word, "run") == 0) {
		char *name = strtok_r(NULL, " \n", &rest);
		const struct bench *bench = name == NULL ? NULL : find(name);

		if (bench == NULL)
			bench_die("there is no benchmark '%s'", name == NULL ? "" : name);
		while ((word = strtok_r(NULL, " \n", &rest)) != NULL) {
			char *value = strchr(word, '=');

			if (value == NULL)
				bench_die("'%s' is no key=value", word);
			*value++ = '\0';
			set(&run, word, value);
		}
		if (run.burst < 1 || run.burst > MAX_BURST)
			bench_die("burst must be 1 to %d", MAX_BURST);
		run_bench(bench, &run);
	} else {
		bench_die("unknown command '%s'", word);
	}
	fflush(stdout);
}

int
main(int argc, char **argv)
{
	char line[1024];

	if (rte_eal_init(argc, argv) < 0)
		bench_die("EAL does not start: %s", rte_strerror(rte_errno));
	puts("= ready");
	fflush(stdout);
	while (fgets(line, sizeof(line), stdin) != NULL)
		execute(line);
	return 0;
}
