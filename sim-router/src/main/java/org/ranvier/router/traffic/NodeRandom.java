package org.ranvier.router.traffic;

/** One SplitMix64 stream per node (Steele, Lea and Flood 2014), all from one seed. */
final class NodeRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long[] state;

    NodeRandom(final long seed, final int nodes) {
        state = new long[nodes];
        for (int node = 0; node < nodes; node++) {
            // Far apart in the one sequence that all streams step through.
            state[node] = mix(mix(seed) + node * 0xD1B54A32D192ED03L);
        }
    }

    /** @return 64 random bits of a node's stream */
    long next(final int node) {
        state[node] += GOLDEN;
        return mix(state[node]);
    }

    /** @return a number in 0..bound-1 of a node's stream; the bias is below 2^-31 for the bounds of a mesh */
    int below(final int node, final int bound) {
        return (int) ((next(node) >>> 32) * bound >>> 32);
    }

    private static long mix(final long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
