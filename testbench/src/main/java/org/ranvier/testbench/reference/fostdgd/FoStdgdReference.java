package org.ranvier.testbench.reference.fostdgd;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.reference.CountedUpdate;
import org.ranvier.testbench.reference.PulseSpec;

/**
 * FO-STDGD sample by sample in the integers of the chip: nonleaky integrate-and-fire neurons, gradients from the times of their spikes,
 * steps of fractional order.
 *
 * <p>Layers are numbered 1..L from the first hidden layer to the output; layer 0 is the input.
 */
public final class FoStdgdReference {
    private static final int Q20 = 1 << 20;
    private static final int Q12 = 1 << 12;
    private static final int ERROR_ONE = 256;
    private static final int CROSSBAR_SHIFT = 8;

    private final FoStdgdSpec spec;
    private final int last;
    private final int[][] tiles;
    private final InputTrains trains;

    /** Index l of each of these belongs to layer l; entry 0 is null. */
    private final IntegerNeurons[] neurons;

    private final SynapseSteps[] steps;
    private final SeparableSteps[] pulses;
    private final IntegerScale[] scales;
    private final int[][] errors;
    private final int[][] deltas;
    private final int[][] signals;

    /**
     * Builds the network with its start weights.
     *
     * @param spec what to build, other than separable
     */
    public FoStdgdReference(final FoStdgdSpec spec) {
        this(spec, null, Integer.MAX_VALUE);
    }

    /**
     * Builds the network with its start weights.
     *
     * @param spec what to build
     * @param update how crossbars are updated; null unless separable
     * @param columns the widest crossbar; wider layers are split evenly into as few as possible
     */
    public FoStdgdReference(final FoStdgdSpec spec, final PulseSpec update, final int columns) {
        this.spec = spec;
        last = spec.layers();
        tiles = new int[last + 1][];
        trains = new InputTrains(spec.steps(), spec.size(0));
        neurons = new IntegerNeurons[last + 1];
        steps = new SynapseSteps[last + 1];
        pulses = new SeparableSteps[last + 1];
        scales = new IntegerScale[last + 1];
        errors = new int[last + 1][];
        deltas = new int[last + 1][];
        signals = new int[last + 1][];
        final boolean crossbars = spec.form() == FoStdgdSpec.Form.SEPARABLE;
        for (int l = last; l >= 1; l--) {
            scales[l] =
                    l == last ? new IntegerScale(spec, (double) ERROR_ONE * spec.steps()) : scales[l + 1].below(spec);
            neurons[l] = new IntegerNeurons(spec, l, crossbars ? Q20 : Q12);
            tiles[l] = starts(spec.size(l), crossbars ? columns : Integer.MAX_VALUE);
            if (crossbars) {
                pulses[l] = new SeparableSteps(spec, scales[l].deltaOne(), new CountedUpdate(update));
                pulses[l].limit(neurons[l].weights(), update.wmax());
            } else {
                steps[l] = new SynapseSteps(spec, l, neurons[l]);
            }
            errors[l] = new int[spec.size(l)];
            deltas[l] = new int[spec.size(l)];
            signals[l] = new int[spec.size(l)];
        }
    }

    private static int[] starts(final int size, final int most) {
        final int count = (int) (((long) size + most - 1) / most);
        final int[] starts = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            starts[i] = (int) ((long) size * i / count);
        }
        return starts;
    }

    /**
     * Presents one image and learns from it.
     *
     * @param pixels unsigned bytes
     * @param offset where the image starts
     * @param label its class, 0 to outputs-1
     */
    public void learn(final byte[] pixels, final int offset, final int label) {
        trains.encode(pixels, offset);
        learn(label);
    }

    /**
     * Presents spikes and learns from them.
     *
     * @param recorded for every step the inputs that spike in it
     * @param label the class, 0 to outputs-1
     */
    public void learn(final int[][] recorded, final int label) {
        trains.take(recorded);
        learn(label);
    }

    private void learn(final int label) {
        ConfigurationException.checkRange("label", label, 0, errors[last].length - 1);
        present(true);
        final long target = Math.round(FoStdgdSpec.LABEL_RATE * spec.steps() * ERROR_ONE);
        for (int k = 0; k < errors[last].length; k++) {
            errors[last][k] = neurons[last].counts()[k] * ERROR_ONE - (k == label ? (int) target : 0);
        }
        for (int l = last; l >= 1; l--) {
            neurons[l].close();
            for (int i = 0; i < deltas[l].length; i++) {
                deltas[l][i] = scales[l].delta(errors[l][i], neurons[l].summed()[i]);
            }
            if (l > 1) {
                feedBack(l);
            }
        }
        for (int l = 1; l <= last; l++) {
            update(l);
        }
    }

    private void feedBack(final int l) {
        final int shift = spec.form() == FoStdgdSpec.Form.SEPARABLE ? CROSSBAR_SHIFT : 0;
        for (int row = 0; row < errors[l - 1].length; row++) {
            long sum = 0;
            for (int tile = 0; tile + 1 < tiles[l].length; tile++) {
                sum += neurons[l].backward(row, deltas[l], tiles[l][tile], tiles[l][tile + 1], shift);
            }
            errors[l - 1][row] = IntegerScale.saturate(sum);
        }
    }

    private void update(final int l) {
        if (pulses[l] != null) {
            pulses[l].apply(neurons[l].weights(), neurons[l].heard(), deltas[l], tiles[l]);
            return;
        }
        final int[] from = spec.form() == FoStdgdSpec.Form.EXACT ? errors[l] : deltas[l];
        for (int i = 0; i < from.length; i++) {
            signals[l][i] = scales[l].signal(from[i]);
        }
        steps[l].apply(signals[l]);
    }

    /**
     * Presents one image; nothing is learnt.
     *
     * @param pixels unsigned bytes
     * @param offset where the image starts
     * @return the class whose output spiked most, the lowest of equals
     */
    public int classify(final byte[] pixels, final int offset) {
        trains.encode(pixels, offset);
        return classify();
    }

    /**
     * Presents spikes; nothing is learnt.
     *
     * @param recorded for every step the inputs that spike in it
     * @return the class whose output spiked most, the lowest of equals
     */
    public int classify(final int[][] recorded) {
        trains.take(recorded);
        return classify();
    }

    private int classify() {
        present(false);
        final int[] counts = neurons[last].counts();
        int best = 0;
        for (int k = 1; k < counts.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return best;
    }

    private void present(final boolean learning) {
        for (int l = 1; l <= last; l++) {
            neurons[l].begin();
        }
        for (int t = 0; t < spec.steps(); t++) {
            neurons[1].step(trains.axons(t), trains.count(t), t + 1, learning);
            for (int l = 2; l <= last; l++) {
                neurons[l].step(neurons[l - 1].fired(), neurons[l - 1].firedCount(), t + 1, learning);
            }
        }
    }

    /**
     * Reads weights.
     *
     * @param layer 1..L
     * @return inputs x neurons, units of 2^-12, in crossbars 2^-20; not a copy
     */
    public int[][] weights(final int layer) {
        return neurons[layer].weights();
    }

    /**
     * Reads the codes of last steps.
     *
     * @param layer 1..L
     * @return inputs x neurons; not a copy; null when separable
     */
    public int[][] codes(final int layer) {
        return steps[layer] == null ? null : steps[layer].codes();
    }

    /**
     * Counts weight updates.
     *
     * @param layer 1..L
     * @return steps other than 0, or pulses, since construction
     */
    public long updates(final int layer) {
        return steps[layer] == null ? pulses[layer].pulses() : steps[layer].updates();
    }

    /**
     * Reads potentials.
     *
     * @param layer 1..L
     * @return one a neuron, after the last step, in units of a weight; not a copy
     */
    public int[] potentials(final int layer) {
        return neurons[layer].potentials();
    }

    /**
     * Counts spikes.
     *
     * @param layer 1..L
     * @return one a neuron, in the last sample; not a copy
     */
    public int[] counts(final int layer) {
        return neurons[layer].counts();
    }
}
