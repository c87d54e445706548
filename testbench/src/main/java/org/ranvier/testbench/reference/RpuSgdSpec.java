package org.ranvier.testbench.reference;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;

/**
 * What defines a run of RPU-SGD (after Gokmen and Vlasov 2016) to the last bit when reads are perfect, devices ideal and pulse
 * counts determined by the products of probabilities.
 *
 * <p>Numbers in Q20 are integers in units of 2^-20.
 *
 * @param sizes neurons per layer, input first; 2 or more entries, each 1 or more
 * @param hidden the function of hidden neurons
 * @param arrayColumns the widest array; wider layers are split evenly into as few as possible, 1 or more
 * @param dw the step of one pulse, Q20, 1..wmax
 * @param wmax the largest magnitude of a weight, Q20
 * @param granularity the step that the pulse generators assume, in weights
 * @param slots pulse slots of an update, its most when shortened; 1 or more
 * @param managed whether rows and columns are scaled to the same largest probability
 * @param shortened whether an update takes no more slots than it needs; only with managed
 * @param seed of the start weights
 */
public record RpuSgdSpec(
        int[] sizes,
        Hidden hidden,
        int arrayColumns,
        int dw,
        int wmax,
        double granularity,
        int slots,
        boolean managed,
        boolean shortened,
        long seed) {

    /** The function of hidden neurons. */
    public enum Hidden {
        /** 1 / (1 + exp(-u)), in steps of 1/64 of u. */
        SIGMOID,
        /** tanh(u), in steps of 1/64 of u. */
        TANH,
        /** max(0, u). */
        RELU
    }

    /**
     * Checks and copies.
     *
     * @throws ConfigurationException naming the option, its value and what is allowed
     */
    public RpuSgdSpec {
        sizes = sizes.clone();
        if (sizes.length < 2) {
            throw ConfigurationException.of("sizes", Arrays.toString(sizes), "two or more layers");
        }
        ConfigurationException.checkRange("arrayColumns", arrayColumns, 1, Integer.MAX_VALUE);
        ConfigurationException.checkRange("dw", dw, 1, wmax);
        ConfigurationException.checkRange("slots", slots, 1, 1 << 16);
        if (shortened && !managed) {
            throw ConfigurationException.of("shortened", true, "false without managed");
        }
    }

    @Override
    public int[] sizes() {
        return sizes.clone();
    }

    /** @return how its arrays are updated */
    PulseSpec pulses() {
        return new PulseSpec(dw, wmax, granularity, slots, managed, shortened);
    }

    /** @return L, the number of layers with weights */
    int layers() {
        return sizes.length - 1;
    }

    /** @return the first column of every array of a layer, and the layer's size at the end */
    int[] arrays(final int layer) {
        final int count = (sizes[layer] + arrayColumns - 1) / arrayColumns;
        final int[] starts = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            starts[i] = (int) ((long) sizes[layer] * i / count);
        }
        return starts;
    }
}
