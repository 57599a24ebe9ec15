// The C side of the benchmarks: what each file shares. A benchmark is a function that does its work "count" times on the
// lcore that it is called on, and fills in how many operations it did, in how many cycles, and a checksum of what came out.
#ifndef BENCH_H
#define BENCH_H

#include <stdbool.h>
#include <stdint.h>
#include <rte_mbuf.h>
#include <rte_mempool.h>
#include <rte_ring.h>

#define MAX_BURST 128
#define TAIL_POINTS 5
#define POOL_CACHE 250

struct bench_run {
	// Asked for by "run NAME key=value ..."; what a benchmark does not use, it ignores.
	const char *device;  // ring, net_ring0, null, net_memif0
	const char *traffic; // what the packets hold: see traffic.c
	uint64_t count;      // operations to do, at least
	unsigned int burst;
	unsigned int frame;   // bytes
	unsigned int packets; // that circulate on a looped device
	unsigned int size;    // bytes or objects that one operation works on
	// Answered.
	uint64_t operations;
	uint64_t cycles;
	uint64_t check;
	uint64_t tail[TAIL_POINTS]; // Cycles a round at each of tail_points; zeros where a benchmark has no rounds.
};

// The parts of all rounds that are no slower: 50 %, 99 %, 99.9 %, 99.99 %, all.
static const double tail_points[TAIL_POINTS] = { 0.5, 0.99, 0.999, 0.9999, 1 };

struct bench {
	const char *name;
	void (*run)(struct bench_run *run);    // On the first worker lcore.
	void (*beside)(struct bench_run *run); // On the second one, at the same time; may be null.
};

// Ends with a null name.
extern const struct bench classify_benches[];
extern const struct bench forward_benches[];
extern const struct bench latency_benches[];
extern const struct bench pipeline_benches[];
extern const struct bench mbuf_benches[];
extern const struct bench mempool_benches[];
extern const struct bench ring_benches[];
extern const struct bench header_benches[];
extern const struct bench checksum_benches[];
extern const struct bench hash_benches[];
extern const struct bench lookup_benches[];
extern const struct bench call_benches[];

// Says why on stderr and ends the process: the harness reports it.
__attribute__((noreturn, format(printf, 1, 2))) void bench_die(const char *format, ...);

// ---- the same random numbers on both sides ---------------------------------------------------------------------

static inline uint64_t
random_next(uint64_t *state)
{
	uint64_t x = *state;
	x ^= x << 13;
	x ^= x >> 7;
	x ^= x << 17;
	return *state = x;
}

// ---- traffic.c ------------------------------------------------------------------------------------------------

// A pool whose mbufs have room for a frame; made once a size, never freed.
struct rte_mempool *traffic_pool(unsigned int frame);

// Fills mbufs with packets of "frame" bytes: "udp" (one flow), "ipv4-uniform" and "ipv4-skewed" (destinations within the
// routes of tables.c), "mixed" (every second packet IPv6), "flows" (each packet a flow of its own), "rules" (see rules.c).
void traffic_fill(struct rte_mbuf **packets, unsigned int count, unsigned int frame, const char *traffic);

// Goes on with a checksum over a packet's length and bytes.
uint32_t traffic_check(uint32_t check, const struct rte_mbuf *packet);

// ---- tables.c -------------------------------------------------------------------------------------------------

#define ROUTES 10000
#define NEXT_HOPS 8

struct route4 {
	uint32_t address;
	uint8_t depth;
};

struct route6 {
	uint8_t address[16];
	uint8_t depth;
};

// Five-tuple of an IPv4 packet, in network order, padded to whole words.
struct flow_key {
	uint32_t source;
	uint32_t destination;
	uint16_t source_port;
	uint16_t destination_port;
	uint32_t protocol;
};

const struct route4 *table_routes4(void);
const struct route6 *table_routes6(void);
struct rte_lpm *table_lpm(void);
struct rte_lpm6 *table_lpm6(void);
// Holds the flows of traffic "flows", the first "packets" of them; a flow's value is its position.
struct rte_hash *table_flows(unsigned int packets);
struct flow_key table_flow(unsigned int index);

// ---- rules.c --------------------------------------------------------------------------------------------------

#define RULES 64

// In the processor's order.
struct rule {
	uint32_t source;
	uint32_t source_mask;
	uint32_t destination;
	uint32_t destination_mask;
	uint32_t first_port; // Of the destination.
	uint32_t last_port;
	uint32_t protocol; // With mask 0: any.
	uint32_t protocol_mask;
};

const struct rule *table_rules(void);

// The five-tuple of a packet of traffic "rules": three of four match a rule.
struct flow_key table_rule_flow(uint64_t *random);

// ---- ports.c --------------------------------------------------------------------------------------------------

// The port to work on. "ring" and "net_ring0": their output is their input; the first holds many packets, the second as many as the driver's
// own rings do. "null": delivers frames without end, discards what it is given. "net_memif0": another process is behind it.
uint16_t port_open(const char *device, unsigned int frame);

// Puts the traffic of a run onto a port; on looped devices only.
void port_load(uint16_t port, const struct bench_run *run);

// Takes all packets off again, frees them, and answers how many there were and a checksum over them in order.
uint64_t port_unload(uint16_t port, const struct bench_run *run, unsigned int *count);

#endif
