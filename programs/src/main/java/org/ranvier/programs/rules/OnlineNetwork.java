package org.ranvier.programs.rules;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.packet.Packet;

/**
 * A network of inputs, one hidden layer of spiking neurons and a read-out that learns in every tick, by OTTT or e-prop.
 *
 * @param sizes neurons of input, hidden layer and read-out
 * @param ticks ticks of a sample
 * @param program the hidden layer's program
 * @param hidden parameters of that program, its defaults for the rest; shapes are added by the mapping
 * @param readout parameters of the read-out's program, likewise
 * @param seed the run's seed: initial weights and random feedback
 */
public record OnlineNetwork(
        int[] sizes, int ticks, String program, Map<String, Long> hidden, Map<String, Long> readout, long seed) {
    private static final int LAYERS = 3;
    private static final int MOST_TICKS = 100_000;

    /** Most outputs: the exponentials of a softmax are summed in 32 bit. */
    private static final int MOST_OUTPUTS = 2047;

    /** Fraction bits of a hidden weight where the program does not say otherwise. */
    private static final long WEIGHT_BITS = 14;

    /** Checks shapes. */
    public OnlineNetwork {
        if (sizes.length != LAYERS) {
            throw ConfigurationException.of("layers", sizes.length, "3: input, one hidden layer and read-out");
        }
        for (final int size : sizes) {
            checkRange("layer size", size, 1, Packet.MAX_KEY);
        }
        checkRange("outputs", sizes[LAYERS - 1], 1, MOST_OUTPUTS);
        checkRange("ticks", ticks, 1, MOST_TICKS);
    }

    /**
     * A network for OTTT.
     *
     * @param sizes neurons of input, hidden layer and read-out
     * @param ticks ticks of a sample
     * @param leak potentials and traces lose their 2^-leak in a tick
     * @param seed the run's seed
     * @return the network
     */
    public static OnlineNetwork ottt(final int[] sizes, final int ticks, final int leak, final long seed) {
        checkRange("leak", leak, 1, 8);
        return new OnlineNetwork(sizes, ticks, "ottt.asm", Map.of("LK", (long) leak), Map.of("KZ", (long) leak), seed);
    }

    /**
     * A network for e-prop.
     *
     * @param sizes neurons of input, hidden layer and read-out
     * @param ticks ticks of a sample
     * @param rule the rule's variants
     * @param seed the run's seed
     * @return the network
     */
    public static OnlineNetwork eprop(final int[] sizes, final int ticks, final EpropRule rule, final long seed) {
        return new OnlineNetwork(sizes, ticks, "eprop.asm", rule.hidden(), rule.readout(), seed);
    }

    /** @return whether errors come back through the read-out's own weights */
    boolean symmetric() {
        return readout.getOrDefault("SYMMETRIC", 1L) != 0;
    }

    /** @return fraction bits of a hidden weight; the read-out's have 20 */
    public int weightBits() {
        return (int) (long) hidden.getOrDefault("Q", WEIGHT_BITS);
    }
}
