package org.ranvier.core.random;

/**
 * The 32-bit xorshift generator of the random lanes (Marsaglia 2003, triple 13, 17, 5): one state per neuron and stream.
 *
 * <p>The state is advanced first and then used. State 0 is not allowed; {@code next(1) == 270369}.
 */
public final class XorShift32 {
    private XorShift32() {}

    /**
     * Advances a state.
     *
     * @param state a non-zero state
     * @return the next state, which is also the random word
     */
    public static int next(final int state) {
        int x = state;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        return x;
    }

    /**
     * Derives a lane's start state from a run's seed by a SplitMix64 finaliser.
     *
     * @param seed the run's seed
     * @param stream the stream's number
     * @param lane the lane's index in its stream, from 0
     * @return a non-zero state
     */
    public static int seed(final long seed, final int stream, final int lane) {
        long z = (lane + 1) * 0x9E3779B97F4A7C15L
                + ((seed * 1000003L + stream * 7919L + 12345L) & 0xFFFFFFFFL) * 0xD1B54A32D192ED03L;
        z ^= z >>> 30;
        z *= 0xBF58476D1CE4E5B9L;
        z ^= z >>> 27;
        z *= 0x94D049BB133111EBL;
        z ^= z >>> 31;
        final int state = (int) z;
        return state == 0 ? 1 : state;
    }
}
