package org.ranvier.testbench.reference;

/**
 * The generator of the spiking reference models: Marsaglia's xorshift32 with shifts 13, 17, 5, one state per neuron and stream.
 *
 * <p>A state is advanced first and used afterwards. A start state is a function of (seed, stream, index) by the SplitMix64 finisher
 * and never 0, the one state that xorshift cannot leave.
 */
public final class Xorshift32 {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long STREAM_FACTOR = 0xD1B54A32D192ED03L;

    private Xorshift32() {}

    /**
     * @param state not 0
     * @return the next state
     */
    public static int next(final int state) {
        int x = state;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        return x;
    }

    /**
     * @param seed the seed of the run
     * @param stream number of the stream
     * @param index of the neuron in its layer, or of the weight in its matrix
     * @return a start state, not 0
     */
    public static int seed(final long seed, final int stream, final int index) {
        final long key = (seed * 1000003L + stream * 7919L + 12345L) & 0xFFFFFFFFL;
        long z = (index + 1L) * GOLDEN_GAMMA + key * STREAM_FACTOR;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (int) z == 0 ? 1 : (int) z;
    }

    /**
     * @param seed the seed of the run
     * @param stream number of the stream
     * @param count how many states
     * @return the start states of indices 0..count-1
     */
    public static int[] lanes(final long seed, final int stream, final int count) {
        final int[] lanes = new int[count];
        for (int i = 0; i < count; i++) {
            lanes[i] = seed(seed, stream, i);
        }
        return lanes;
    }

    /** Advances every state once. */
    public static void advance(final int[] lanes) {
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = next(lanes[i]);
        }
    }
}
