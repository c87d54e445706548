package org.ranvier.programs.sfdfa;

import java.util.Arrays;
import java.util.List;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.memory.Region;
import org.ranvier.core.random.XorShift32;
import org.ranvier.programs.layered.Placement;

/**
 * What the cores of a chip hold, put together by layer: for monitors and for loading contents, between samples only.
 *
 * <p>State of a sample stays readable until the next one begins; it is that of the rule's last step.
 */
public final class SfdfaState {
    private final SfdfaNetwork network;
    private final List<Placement> placements;
    private final List<Core> cores;

    SfdfaState(final SfdfaMapping mapping, final Chip chip) {
        this.network = mapping.network();
        this.placements = mapping.placements();
        this.cores = chip.cores();
    }

    /** Writes tables, target rates and fixed feedback, before the run. */
    void load() {
        final SfdfaRule rule = network.rule();
        for (int i = 0; i < cores.size(); i++) {
            final Core core = cores.get(i);
            final int layer = placements.get(i).layer();
            if (layer == 0) {
                write(core.region("STEP"), SfdfaTables.steps(rule.lastInput()));
                continue;
            }
            if (rule.intraNeuron()) {
                write(core.region("RHO"), SfdfaTables.decay(rule.steps() + 1, rule.potentialShift()));
            }
            if (layer < network.layers()) {
                Arrays.fill(core.region("fbar").cells()[0], rule.targetRate());
            }
        }
        if (!rule.learnedFeedback()) {
            for (int layer = 1; layer < network.layers(); layer++) {
                feedback(layer, drawnFeedback(layer));
            }
        }
    }

    private int[][] drawnFeedback(final int layer) {
        final int outputs = network.sizes()[network.layers()];
        final int[][] feedback = new int[network.sizes()[layer]][outputs];
        for (int i = 0; i < feedback.length; i++) {
            for (int o = 0; o < outputs; o++) {
                feedback[i][o] = SfdfaStart.feedback(network.seed(), layer, i * outputs + o);
            }
        }
        return feedback;
    }

    private static void write(final Region region, final int[] values) {
        System.arraycopy(values, 0, region.cells()[0], 0, values.length);
    }

    private interface Visitor {
        void visit(Core core, Placement placement);
    }

    private void visit(final int layer, final Visitor visitor) {
        for (int i = 0; i < cores.size(); i++) {
            if (placements.get(i).layer() == layer) {
                visitor.visit(cores.get(i), placements.get(i));
            }
        }
    }

    /**
     * Reads a quantity of every neuron of a layer.
     *
     * @param layer 1..L
     * @param region its name in the program: {@code u}, {@code I} (Q16), {@code cnt}, {@code ds} (output, Q10), {@code fbar} (hidden, Q16)
     * @return one value a neuron
     */
    public int[] neurons(final int layer, final String region) {
        final int[] values = new int[network.sizes()[layer]];
        visit(
                layer,
                (core, tile) ->
                        System.arraycopy(core.region(region).cells()[0], 0, values, tile.first(), tile.neurons()));
        return values;
    }

    /**
     * Reads a trace of every axon that a layer hears.
     *
     * @param layer 1..L
     * @param region {@code al} or {@code z}, Q16
     * @return one value a neuron of the layer below, 0 without a spike
     */
    public int[] axons(final int layer, final String region) {
        final int[] values = new int[network.sizes()[layer - 1]];
        visit(layer, (core, tile) -> spread(core, core.region(region).cells(), 0, values));
        return values;
    }

    /**
     * Reads a quantity of every synapse of a layer.
     *
     * @param layer 1..L
     * @param region {@code E} or {@code R}, Q13
     * @return post neurons x pre neurons, 0 where there was no post-spike pass
     */
    public int[][] synapses(final int layer, final String region) {
        final int[][] values = new int[network.sizes()[layer]][network.sizes()[layer - 1]];
        visit(layer, (core, tile) -> {
            final int blocks = core.region("ax").cells().length;
            for (int neuron = 0; neuron < tile.neurons(); neuron++) {
                spread(core, core.region(region).cells(), neuron * blocks, values[tile.first() + neuron]);
            }
        });
        return values;
    }

    /** Puts what stands in slots where its axons belong; rows of blocks begin at {@code first}. */
    private static void spread(final Core core, final int[][] blocks, final int first, final int[] values) {
        final int[] slots = core.region("slot").cells()[0];
        final int width = core.region("ax").cells()[0].length;
        for (int axon = 0; axon < values.length; axon++) {
            if (slots[axon] >= 0) {
                values[axon] = blocks[first + slots[axon] / width][slots[axon] % width];
            }
        }
    }

    /**
     * Reads the feedback weights of a hidden layer.
     *
     * @param layer 1..L-1
     * @return hidden neurons x outputs, Q16
     */
    public int[][] feedback(final int layer) {
        final int outputs = network.sizes()[network.layers()];
        final int[][] feedback = new int[network.sizes()[layer]][outputs];
        visit(layer, (core, tile) -> {
            final int[][] cells = core.region("B").cells();
            for (int o = 0; o < outputs; o++) {
                for (int i = 0; i < tile.neurons(); i++) {
                    feedback[tile.first() + i][o] = cells[o][i];
                }
            }
        });
        return feedback;
    }

    /**
     * Loads the feedback weights of a hidden layer.
     *
     * @param layer 1..L-1
     * @param feedback hidden neurons x outputs, Q16
     */
    public void feedback(final int layer, final int[][] feedback) {
        visit(layer, (core, tile) -> {
            final int[][] cells = core.region("B").cells();
            for (int o = 0; o < cells.length; o++) {
                for (int i = 0; i < tile.neurons(); i++) {
                    cells[o][i] = feedback[tile.first() + i][o];
                }
            }
        });
    }

    /**
     * Reads the perturbations of the last learning sample.
     *
     * @param layer 1..L-1
     * @return +1 or -1 a neuron
     */
    public int[] perturbations(final int layer) {
        final int[] signs = neurons(layer, "p");
        for (int i = 0; i < signs.length; i++) {
            signs[i] = Integer.signum(signs[i]);
        }
        return signs;
    }

    /**
     * Chooses the perturbations of the next learning sample, by random states whose next word has the wanted top bit.
     *
     * @param layer 1..L-1
     * @param signs +1 or -1 a neuron
     */
    public void perturbations(final int layer, final int[] signs) {
        visit(layer, (core, tile) -> {
            final int[] states = core.region("RP").cells()[0];
            for (int i = 0; i < tile.neurons(); i++) {
                states[i] = stateBefore(signs[tile.first() + i]);
            }
        });
    }

    private static int stateBefore(final int sign) {
        int state = 1;
        while ((XorShift32.next(state) < 0) != (sign < 0)) {
            state++;
        }
        return state;
    }
}
