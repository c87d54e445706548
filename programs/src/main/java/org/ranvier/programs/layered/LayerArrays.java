package org.ranvier.programs.layered;

import java.util.List;
import org.ranvier.core.array.SramArray;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.isa.Program;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.rpu.Crossbar;
import org.ranvier.rpu.device.DeviceSpec;

/** The synapse arrays of a mapped network, each put together from the arrays of its tiles; for use between samples. */
public final class LayerArrays {
    private final LayerMapping mapping;
    private final Chip chip;

    /**
     * @param mapping where the network sits
     * @param chip the chip, its cores added in the order of the mapping's placements
     */
    public LayerArrays(final LayerMapping mapping, final Chip chip) {
        this.mapping = mapping;
        this.chip = chip;
    }

    /**
     * Builds the crossbar of one core.
     *
     * @param spec the chip
     * @param placement the core
     * @param device the devices
     * @param seed the run's seed
     * @param index the core's place among the placements, which makes its noise its own
     * @return the crossbar, or null for the input, which has none
     */
    public static SynapseArray build(
            final ChipSpec spec, final Placement placement, final DeviceSpec device, final long seed, final int index) {
        if (placement.layer() == 0) {
            return null;
        }
        return new Crossbar(spec.tile()
                .crossbar(placement.rows(), placement.neurons(), device)
                .withAddress(seed, index));
    }

    /**
     * Builds the synapses of one core in SRAM.
     *
     * @param spec the chip
     * @param program what the core runs
     * @return the array, or null for a program without one
     */
    public static SramArray sram(final ChipSpec spec, final Program program) {
        final RegionSpec shape = program.array();
        return shape == null
                ? null
                : new SramArray(
                        shape.rows(),
                        shape.columns(),
                        shape.type(),
                        1,
                        spec.core().portBits());
    }

    /**
     * Writes Glorot-uniform start weights to all crossbars.
     *
     * @param seed the run's seed
     */
    public void initialize(final long seed) {
        for (int crossbar = 1; crossbar <= mapping.layers(); crossbar++) {
            initialize(seed, crossbar, 0);
        }
    }

    /**
     * Writes Glorot-uniform start weights to one crossbar.
     *
     * @param seed the run's seed
     * @param crossbar 1..L
     * @param shift how far Q20 weights are shifted right to the unit of the array
     */
    public void initialize(final long seed, final int crossbar, final int shift) {
        final int inputs = mapping.size(crossbar - 1);
        final int outputs = mapping.size(crossbar);
        final InitialWeights start = new InitialWeights(seed, crossbar, inputs, outputs);
        final int[][] weights = new int[inputs + 1][outputs];
        for (int row = 0; row < inputs; row++) {
            for (int column = 0; column < outputs; column++) {
                weights[row][column] = start.at(row, column) >> shift;
            }
        }
        weights(crossbar, weights);
    }

    /**
     * Lets the devices age once, as after every training sample.
     *
     * @param cycles how long the sample took
     */
    public void age(final long cycles) {
        for (int i = 0; i < placements().size(); i++) {
            if (chip.array(i) != null) {
                chip.array(i).age(cycles / mapping.chip().clockHz());
            }
        }
    }

    /**
     * @param crossbar 1..L
     * @return device pulses applied since the start
     */
    public long coincidences(final int crossbar) {
        long sum = 0;
        for (int i = 0; i < placements().size(); i++) {
            if (placements().get(i).layer() == crossbar) {
                sum += chip.array(i).coincidences();
            }
        }
        return sum;
    }

    /**
     * Reads a crossbar.
     *
     * @param crossbar 1..L
     * @return weights in the arrays' unit, rows x columns of the whole layer; the bias row, if there is one, last
     */
    public int[][] weights(final int crossbar) {
        final int[][] weights = new int[mapping.layer(crossbar).get(0).rows()][mapping.size(crossbar)];
        visit(crossbar, (array, row, column, target) -> weights[row][target] = array.weight(row, column));
        return weights;
    }

    /**
     * Programs a crossbar.
     *
     * @param crossbar 1..L
     * @param weights weights in the arrays' unit, rows x columns of the whole layer; the bias row, if there is one, last
     */
    public void weights(final int crossbar, final int[][] weights) {
        visit(crossbar, (array, row, column, source) -> array.weight(row, column, weights[row][source]));
    }

    /** @return the hash of all weights: h = 31 h + w over crossbars 1..L in row-major order, 32-bit overflow */
    public int weightsHash() {
        int hash = 0;
        for (int crossbar = 1; crossbar <= mapping.layers(); crossbar++) {
            for (final int[] row : weights(crossbar)) {
                for (final int weight : row) {
                    hash = 31 * hash + weight;
                }
            }
        }
        return hash;
    }

    private interface Visitor {
        void visit(SynapseArray array, int row, int column, int layerColumn);
    }

    private void visit(final int crossbar, final Visitor visitor) {
        for (int i = 0; i < placements().size(); i++) {
            final Placement placement = placements().get(i);
            if (placement.layer() == crossbar) {
                final SynapseArray array = chip.array(i);
                for (int row = 0; row < array.rows(); row++) {
                    for (int column = 0; column < placement.neurons(); column++) {
                        visitor.visit(array, row, column, placement.first() + column);
                    }
                }
            }
        }
    }

    private List<Placement> placements() {
        return mapping.placements();
    }
}
