package org.ranvier.programs.networks;

import static org.ranvier.core.error.ConfigurationException.checkRange;

/**
 * A network whose synapses follow a formula, and how it lies on a mesh of tiles of four cores.
 *
 * <p>Synapse k = 0..fanOut-1 of neuron i leads to neuron (7 i + stride k + 1) mod neurons with the weight (i + k) mod 3 - 1; the
 * bias of neuron i is 1 + i mod 8. Zero weights are stored and served like all others.
 *
 * @param name what it is called
 * @param neurons neurons
 * @param fanOut synapses per neuron
 * @param stride distance of the targets of consecutive synapses
 * @param cores cores; core c holds the neurons c n .. (c + 1) n - 1 with n = ceil(neurons / cores)
 * @param coresPerTile cores that share a tile, 1..4
 * @param tileStep distance of the tiles that have cores; tile t sits in column t div 4, row t mod 4
 * @param plastic whether it learns by spike-timing-dependent plasticity
 */
public record NetworkSpec(
        String name, int neurons, int fanOut, int stride, int cores, int coresPerTile, int tileStep, boolean plastic) {
    /** 1000 neurons of 100 synapses on 16 cores, each alone on its tile. */
    public static final NetworkSpec PB_S = new NetworkSpec("pb-s", 1000, 100, 11, 16, 1, 2, false);

    /** 1000 neurons, each with a synapse on every neuron. */
    public static final NetworkSpec PB_M = new NetworkSpec("pb-m", 1000, 1000, 11, 16, 1, 2, false);

    /** 16,384 neurons of 64 synapses on 128 cores. */
    public static final NetworkSpec PB_L = new NetworkSpec("pb-l", 16_384, 64, 257, 128, 4, 1, false);

    /** PB-S with plastic synapses. */
    public static final NetworkSpec PB_P = new NetworkSpec("pb-p", 1000, 100, 11, 16, 1, 2, true);

    /** The largest index of a local target, which is stored in eight bits. */
    private static final int MOST_LOCAL = 256;

    private static final int MOST_NEURONS = 1 << 16;
    private static final int CORES_OF_TILE = 4;

    /** Checks the ranges. */
    public NetworkSpec {
        checkRange("network.neurons", neurons, 1, MOST_NEURONS);
        checkRange("network.fanOut", fanOut, 1, MOST_NEURONS);
        checkRange("network.stride", stride, 0, MOST_NEURONS);
        checkRange("network.cores", cores, 1, neurons);
        checkRange("network.coresPerTile", coresPerTile, 1, CORES_OF_TILE);
        checkRange("network.tileStep", tileStep, 1, MOST_NEURONS);
        checkRange("network.neuronsPerCore", (neurons + cores - 1) / cores, 1, MOST_LOCAL);
        checkRange("network.lastCore", (neurons - 1) / ((neurons + cores - 1) / cores), cores - 1, cores - 1);
    }

    /** @return neurons of every core but the last, which may have fewer */
    public int perCore() {
        return (neurons + cores - 1) / cores;
    }

    /** @return neurons of a core */
    public int neuronsOf(final int core) {
        return Math.min(perCore(), neurons - core * perCore());
    }

    /** @return the core of a neuron */
    public int coreOf(final int neuron) {
        return neuron / perCore();
    }

    /** @return the target of synapse {@code k} of neuron {@code i} */
    public int target(final int i, final int k) {
        return (int) ((7L * i + (long) stride * k + 1) % neurons);
    }

    /** @return the weight of synapse {@code k} of neuron {@code i}, -1..1 */
    public int weight(final int i, final int k) {
        return (i + k) % 3 - 1;
    }

    /** @return the bias of neuron {@code i}, 1..8 */
    public int bias(final int i) {
        return 1 + i % 8;
    }

    /** @return synapses of the network */
    public long synapses() {
        return (long) neurons * fanOut;
    }

    /** @return tiles up to the last that has a core */
    int tiles() {
        return tile(cores - 1) + 1;
    }

    /** @return the tile of a core */
    int tile(final int core) {
        return core / coresPerTile * tileStep;
    }

    /** @return the place of a core on its tile */
    int place(final int core) {
        return core % coresPerTile;
    }
}
