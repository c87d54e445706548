package org.ranvier.testbench.anytime;

import java.util.zip.CRC32;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.anytime.AnytimeNetwork;
import org.ranvier.programs.anytime.Coding;

/**
 * A trained integer network: what a chip needs to run it, and where it comes from.
 *
 * @param header the network's constants and its origin
 * @param weights of layers 1..L at index 0..L-1, inputs x neurons, -128..127
 */
public record AnytimeModel(Header header, int[][][] weights) {
    /** The rule's name in files and on the command line. */
    public static final String RULE = "anytime";

    /**
     * What precedes the weights in the file.
     *
     * @param rule {@value #RULE}
     * @param sizes inputs, neurons of the hidden layers, classes
     * @param ticks T, input ticks of a sample
     * @param coding {@code rate} or {@code integrate}, or {@code events} for spikes from outside
     * @param gain probability of a spike of a white pixel
     * @param thresholds of the hidden layers, in the unit of their potentials
     * @param scales integer units to 1, by layer 1..L: a weight, and what sums them, is its integer divided by it
     * @param seed of its training
     * @param loss the loss it was trained with, e.g. {@code tet} or {@code tet+0.1str}
     * @param dataset the data set it was trained on
     * @param trainSamples how many of its first training images it was trained on
     * @param floatAccuracy what it reached before it was quantised
     */
    public record Header(
            String rule,
            int[] sizes,
            int ticks,
            String coding,
            double gain,
            int[] thresholds,
            double[] scales,
            long seed,
            String loss,
            String dataset,
            int trainSamples,
            double floatAccuracy) {
        /** Checks what the sizes do not say. */
        public Header {
            for (final double scale : scales) {
                ConfigurationException.checkRange("scale", scale, 1e-9, 1e9);
            }
            ConfigurationException.checkRange("scales", scales.length, sizes.length - 1, sizes.length - 1);
        }
    }

    /** @return the network, as programs know it */
    public AnytimeNetwork network() {
        return new AnytimeNetwork(
                header.sizes(),
                header.ticks(),
                header.coding().equals(Coding.EVENTS.label()) ? Coding.EVENTS : coding(header.coding(), header.gain()),
                header.thresholds(),
                header.seed());
    }

    /**
     * Finds a coding of pixels by its name.
     *
     * @param name {@code rate} or {@code integrate}
     * @param gain probability of a spike of a white pixel, for {@code rate}
     * @return the coding
     */
    public static Coding coding(final String name, final double gain) {
        return switch (name) {
            case "rate" -> Coding.rate(gain);
            case "integrate" -> Coding.INTEGRATE;
            default -> throw ConfigurationException.of("--coding", name, "rate or integrate");
        };
    }

    /** @return integer units of the accumulated logits to 1 */
    public double logitScale() {
        return header.scales()[header.scales().length - 1];
    }

    /** @return CRC-32 of sizes, thresholds and weights: what a table of thresholds belongs to, 8 hex digits */
    public String fingerprint() {
        final CRC32 crc = new CRC32();
        add(crc, header.sizes());
        add(crc, header.thresholds());
        for (final int[][] layer : weights) {
            for (final int[] row : layer) {
                add(crc, row);
            }
        }
        return String.format("%08x", crc.getValue());
    }

    private static void add(final CRC32 crc, final int[] values) {
        for (final int value : values) {
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                crc.update(value >> shift);
            }
        }
    }
}
