package org.ranvier.testbench.reference.sfdfa;

import java.util.function.BiConsumer;
import org.ranvier.core.error.ConfigurationException;

/**
 * SFDFA sample by sample in integers: a feed-forward spiking network that learns online from local gradients of its spike times and from output
 * errors that reach every hidden layer directly, through feedback weights that it estimates itself.
 *
 * <p>A learning sample has three parts: {@link #perturb}, {@link #present} and {@link #update}; {@link #learn} is all of them for an
 * image. Layers are numbered 1..L from the first hidden layer to the output; layer 0 is the input.
 */
public final class SfdfaReference {
    private static final int OUTPUT_SHIFT = 13;
    private static final int HIDDEN_SHIFT = 25;

    private final SfdfaSpec spec;
    private final SfdfaDraws draws;
    private final int last;

    /** Index l of each of these belongs to layer l; what a layer does not have is null. */
    private final IntegerLayer[] layers;

    private final HiddenErrors[] hidden;
    private final SpikeList[] fired;
    private final long[] spikes;

    private final int[] errors;
    private final int[] inputStep;
    private BiConsumer<Integer, SpikeList[]> observer = (step, lists) -> {};
    private long samples;

    /**
     * Builds the network with its start weights and its own random lanes.
     *
     * @param spec what to build
     */
    public SfdfaReference(final SfdfaSpec spec) {
        this(spec, new LaneDraws(spec));
    }

    /**
     * Builds the network with its start weights.
     *
     * @param spec what to build
     * @param draws where random numbers come from
     */
    public SfdfaReference(final SfdfaSpec spec, final SfdfaDraws draws) {
        this.spec = spec;
        this.draws = draws;
        this.last = spec.outputLayer();
        layers = new IntegerLayer[last + 1];
        hidden = new HiddenErrors[last];
        fired = new SpikeList[last + 1];
        spikes = new long[last + 1];
        errors = new int[spec.size(last)];
        inputStep = new int[256];
        fired[0] = new SpikeList(spec.size(0));
        for (int l = 1; l <= last; l++) {
            layers[l] = new IntegerLayer(spec, l);
            fired[l] = new SpikeList(spec.size(l));
            if (l < last) {
                hidden[l] = new HiddenErrors(spec, l);
            }
        }
        for (int pixel = 0; pixel < inputStep.length; pixel++) {
            inputStep[pixel] = spec.timing().inputStep(pixel);
        }
    }

    /**
     * Presents one image and learns from it.
     *
     * @param pixels unsigned bytes
     * @param offset where the image starts
     * @param label its class, 0 to outputs-1
     * @return the class it was taken for before
     */
    public int learn(final byte[] pixels, final int offset, final int label) {
        ConfigurationException.checkRange("label", label, 0, errors.length - 1);
        perturb();
        present(pixels, offset, true);
        final int answer = answer();
        update(label);
        return answer;
    }

    /**
     * Presents one image; nothing is learnt.
     *
     * @param pixels unsigned bytes
     * @param offset where the image starts
     * @return the class it is taken for
     */
    public int classify(final byte[] pixels, final int offset) {
        present(pixels, offset, false);
        return answer();
    }

    /**
     * Presents spikes and learns from them.
     *
     * @param trains for every step the inputs that fire in it
     * @param label the class, 0 to outputs-1
     */
    public void learn(final int[][] trains, final int label) {
        ConfigurationException.checkRange("label", label, 0, errors.length - 1);
        perturb();
        present(trains, true);
        update(label);
    }

    /**
     * Presents spikes; nothing is learnt.
     *
     * @param trains for every step the inputs that fire in it
     * @return the class they are taken for
     */
    public int classify(final int[][] trains) {
        present(trains, false);
        return answer();
    }

    /** Draws the perturbations of the next sample. */
    public void perturb() {
        for (int l = 1; l < last; l++) {
            draws.perturb(l, hidden[l].signs());
        }
    }

    private void present(final byte[] pixels, final int offset, final boolean learning) {
        if (offset < 0 || offset + (long) spec.size(0) > pixels.length) {
            throw ConfigurationException.of("image offset", offset, "room for " + spec.size(0) + " pixels behind it");
        }
        final int[][] trains = new int[spec.timing().steps()][0];
        final int[] filled = new int[trains.length];
        for (int i = 0; i < spec.size(0); i++) {
            final int step = inputStep[pixels[offset + i] & 0xff];
            if (step >= 0) {
                filled[step]++;
            }
        }
        for (int t = 0; t < trains.length; t++) {
            trains[t] = new int[filled[t]];
            filled[t] = 0;
        }
        for (int i = 0; i < spec.size(0); i++) {
            final int step = inputStep[pixels[offset + i] & 0xff];
            if (step >= 0) {
                trains[step][filled[step]++] = i;
            }
        }
        present(trains, learning);
    }

    /**
     * Presents spikes.
     *
     * @param trains for every step the inputs that fire in it
     * @param learning whether {@link #update} is to follow
     */
    public void present(final int[][] trains, final boolean learning) {
        for (int l = 1; l <= last; l++) {
            layers[l].clear();
            if (l < last) {
                hidden[l].begin();
            }
        }
        for (int t = 0; t < spec.timing().steps(); t++) {
            fired[0].clear();
            if (t < trains.length) {
                for (final int input : trains[t]) {
                    fired[0].add(input, 0);
                }
            }
            spikes[0] += fired[0].count();
            for (int l = 1; l <= last; l++) {
                layers[l].step(t, fired[l - 1], l < last ? hidden[l].perturbation() : null, learning, fired[l]);
                spikes[l] += fired[l].count();
            }
            observer.accept(t, fired);
        }
    }

    /** @return the output that fired most in the last sample, the lowest of equals */
    public int answer() {
        final int[] count = layers[last].count();
        int best = 0;
        for (int o = 1; o < count.length; o++) {
            best = count[o] > count[best] ? o : best;
        }
        return best;
    }

    /**
     * Learns from the last sample.
     *
     * @param label its class, 0 to outputs-1
     */
    public void update(final int label) {
        final int[] count = layers[last].count();
        for (int o = 0; o < errors.length; o++) {
            errors[o] = (o == label ? spec.labelTarget() : spec.otherTarget()) - count[o];
        }
        for (int l = 1; l < last; l++) {
            updateHidden(l);
        }
        for (int o = 0; o < errors.length; o++) {
            change(last, o, errors[o], OUTPUT_SHIFT, 0);
        }
        samples++;
    }

    private void updateHidden(final int l) {
        final int[] count = layers[l].count();
        final int[] derivatives = layers[last].derivative();
        final int shift = feedbackShift();
        for (int j = 0; j < count.length; j++) {
            final int error = hidden[l].error(j, count[j], errors, derivatives, shift);
            change(l, j, error, HIDDEN_SHIFT, layers[l].normaliserShift(j));
        }
    }

    /** Neurons without spikes or without an error neither learn nor draw. */
    private void change(final int l, final int neuron, final int error, final int format, final int exponent) {
        final IntegerLayer layer = layers[l];
        if (layer.count()[neuron] == 0 || error == 0) {
            return;
        }
        final int exact = format - spec.layer(l).fraction() + rateShift(l) + exponent;
        final int shift = Math.max(1, Math.min(31, exact));
        draws.round(l, neuron, layer.seen(), layer.draws());
        layer.learn(neuron, error, shift, layer.draws());
    }

    /**
     * @param layer 1..L
     * @return s: the next sample changes weights of this layer at a rate of 2^-s
     */
    public int rateShift(final int layer) {
        return spec.layer(layer).rateShift() + spec.schedule().halved(samples);
    }

    /** @return s: the next sample changes feedback weights at a rate of 2^-s */
    public int feedbackShift() {
        return spec.schedule().feedbackShift(samples);
    }

    /**
     * Lets somebody watch.
     *
     * @param newObserver receives every step and, for every layer from the input, the spikes of that step
     */
    public void observe(final BiConsumer<Integer, SpikeList[]> newObserver) {
        observer = newObserver;
    }

    /** @return what it was built from */
    public SfdfaSpec spec() {
        return spec;
    }

    /** @return errors of the outputs at the last update, in spikes; a copy */
    public int[] errors() {
        return errors.clone();
    }

    /**
     * @param layer 1..L
     * @return spikes of each of its neurons in the last sample; a copy
     */
    public int[] counts(final int layer) {
        return layers[layer].count().clone();
    }

    /** @return for every layer from the input, spikes since construction; a copy */
    public long[] spikes() {
        return spikes.clone();
    }

    /**
     * @param layer 1..L
     * @return synapses visited by passes of firing neurons since construction, inputs that had not fired left out
     */
    public long passes(final int layer) {
        return layers[layer].passes();
    }

    /**
     * @param layer 1..L
     * @return writes since construction that would change a weight if it did not saturate
     */
    public long changed(final int layer) {
        return layers[layer].changed();
    }

    /**
     * @param layer 1..L
     * @return its weights, a row per neuron, a value per input; a copy
     */
    public int[][] weights(final int layer) {
        final int[][] byInput = layers[layer].weights();
        final int[][] byNeuron = new int[spec.size(layer)][byInput.length];
        for (int i = 0; i < byNeuron.length; i++) {
            for (int j = 0; j < byInput.length; j++) {
                byNeuron[i][j] = byInput[j][i];
            }
        }
        return byNeuron;
    }

    /**
     * @param layer 1..L
     * @param weights a row per neuron, a value per input
     */
    public void setWeights(final int layer, final int[][] weights) {
        final int[][] byInput = layers[layer].weights();
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < byInput.length; j++) {
                byInput[j][i] = weights[i][j];
            }
        }
    }

    /**
     * @param layer hidden, 1..L-1
     * @return its feedback weights, a row per neuron, a value per output, Q16; not a copy
     */
    public int[][] feedback(final int layer) {
        return hidden[layer].feedback();
    }

    /**
     * Compares the feedback weights of the last hidden layer with the output weights that they estimate.
     *
     * @return their cosine, the output weights transposed, -1..1; 0 if one of the matrices is zero
     */
    public double alignment() {
        final int[][] above = layers[last].weights();
        final int[][] feedback = hidden[last - 1].feedback();
        double product = 0;
        double left = 0;
        double right = 0;
        for (int j = 0; j < above.length; j++) {
            for (int o = 0; o < above[j].length; o++) {
                product += (double) feedback[j][o] * above[j][o];
                left += (double) feedback[j][o] * feedback[j][o];
                right += (double) above[j][o] * above[j][o];
            }
        }
        return left == 0 || right == 0 ? 0 : product / Math.sqrt(left * right);
    }

    /**
     * @param layer hidden, 1..L-1
     * @return mean spike counts of its neurons, Q16; not a copy
     */
    public int[] rates(final int layer) {
        return hidden[layer].rate();
    }

    /**
     * @param layer 1..L
     * @return its state after the last step
     */
    public SfdfaState state(final int layer) {
        final IntegerLayer of = layers[layer];
        final int[][] eligibility = new int[spec.size(layer)][];
        final int[][] recent = new int[spec.size(layer)][];
        for (int i = 0; i < eligibility.length; i++) {
            eligibility[i] = of.eligibility(i);
            recent[i] = of.recent(i);
        }
        return new SfdfaState(
                of.potential().clone(),
                of.current().clone(),
                of.unreset(),
                of.alpha(),
                eligibility,
                recent,
                of.derivative().clone());
    }
}
