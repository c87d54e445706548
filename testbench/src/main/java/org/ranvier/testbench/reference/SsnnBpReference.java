package org.ranvier.testbench.reference;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.ImageSet;

/**
 * SSNN-BP tick by tick in integers: a network that learns by back-propagation with nothing but spikes (Biswas, Saraswat and Ganguly 2023).
 *
 * <p>Pixels become random spikes; hidden neurons fire with a probability proportional to their clipped input; the output neurons compete
 * and one of them wins, with softmax probability. A wrong winner emits a negative error spike and the label a positive one; error
 * spikes travel back through the same weights and are gated where the neuron was in its linear range. A weight takes a pulse where a
 * spike meets an error spike. Every layer works on what the others emitted one tick before.
 *
 * <p>Layers are numbered 0 = input .. L = output, and crossbar l carries the weights from layer l-1 to layer l. Random states persist
 * from presentation to presentation; all else is cleared between them.
 */
public final class SsnnBpReference {
    private static final int LEARN_ENABLE_STREAM = 50;
    private static final int FIRST_WEIGHT_STREAM = 100;

    private final SsnnBpSpec spec;
    private final int last;
    private final InputLayer input;
    private final OutputLayer output;
    private final int[] learnEnableLane;

    /** Index l of each of these belongs to layer or crossbar l; what a layer does not have is null. */
    private final HiddenLayer[] hidden;

    private final WeightMatrix[] crossbars;
    private final int[][] sums;
    private final EventHistory[] spikes;
    private final EventHistory[] gradients;
    private final long[] spikeCount;
    private final long[] gradientCount;
    private final long[] coincidences;

    private final int[] winnerCounts;
    private SsnnBpObserver observer;

    /**
     * Builds the network with its start weights.
     *
     * @param spec what to build
     */
    public SsnnBpReference(final SsnnBpSpec spec) {
        this.spec = spec;
        this.last = spec.layers();
        this.input = new InputLayer(spec);
        this.output = new OutputLayer(spec);
        this.learnEnableLane = Xorshift32.lanes(spec.seed(), LEARN_ENABLE_STREAM, 1);
        this.hidden = new HiddenLayer[last];
        this.crossbars = new WeightMatrix[last + 1];
        this.sums = new int[last + 1][];
        this.spikes = new EventHistory[last + 1];
        this.gradients = new EventHistory[last + 1];
        this.spikeCount = new long[last + 1];
        this.gradientCount = new long[last + 1];
        this.coincidences = new long[last + 1];
        this.winnerCounts = new int[spec.size(last)];
        // Crossbar 1 pairs an error with a spike that is 2 L - 1 ticks old; an error is needed in the next tick only.
        spikes[0] = new EventHistory(spec.size(0), 2 * last);
        for (int l = 1; l <= last; l++) {
            crossbars[l] = new WeightMatrix(spec.size(l - 1), spec.size(l), spec.seed(), FIRST_WEIGHT_STREAM + l - 1);
            sums[l] = new int[spec.size(l)];
            spikes[l] = new EventHistory(spec.size(l), 2 * last);
            gradients[l] = new EventHistory(spec.size(l), 2);
        }
        for (int l = 1; l < last; l++) {
            hidden[l] = new HiddenLayer(spec, l);
        }
    }

    /**
     * Presents one image and learns from it, for N + 2 L - 1 ticks.
     *
     * @param pixels unsigned bytes; a pixel p fires with probability p / 256 per tick
     * @param offset where the image starts
     * @param label its class, 0 to outputs-1
     * @param learnEnable probability in Q20, 0..2^20, that a tick's pulses are applied
     * @return how often each class won; a copy
     */
    public int[] learn(final byte[] pixels, final int offset, final int label, final int learnEnable) {
        ConfigurationException.checkRange("label", label, 0, winnerCounts.length - 1);
        ConfigurationException.checkRange("learnEnable", learnEnable, 0, SsnnBpSpec.ONE);
        begin(pixels, offset);
        for (int t = 0; t < spec.ticks() + 2 * last - 1; t++) {
            forward(t, pixels, offset);
            backward(t, label);
            update(t, learnEnable);
            report(t, true);
        }
        return winnerCounts.clone();
    }

    /**
     * Presents one image for the read-out time of the spec; nothing is learnt.
     *
     * @param pixels unsigned bytes
     * @param offset where the image starts
     * @return how often each class won; a copy
     */
    public int[] infer(final byte[] pixels, final int offset) {
        return infer(pixels, offset, spec.inferTicks());
    }

    /**
     * Presents one image until a number of winners has been counted; nothing is learnt.
     *
     * @param pixels unsigned bytes
     * @param offset where the image starts
     * @param winners how many, 1 or more; takes winners + L ticks
     * @return how often each class won; a copy
     */
    public int[] infer(final byte[] pixels, final int offset, final int winners) {
        ConfigurationException.checkRange("winners", winners, 1, SsnnBpSpec.MAX_TICKS);
        begin(pixels, offset);
        for (int t = 0; t < winners + last; t++) {
            forward(t, pixels, offset);
            report(t, false);
        }
        return winnerCounts.clone();
    }

    /**
     * Measures how many images are classified correctly, one presentation each, in order.
     *
     * @param images what to present, one or more
     * @param winners winners counted per image, 1 or more
     * @return the fraction that is right, 0..1
     */
    public double accuracy(final ImageSet images, final int winners) {
        int right = 0;
        for (int i = 0; i < images.count(); i++) {
            if (classOf(infer(images.pixels(), images.offset(i), winners)) == images.label(i)) {
                right++;
            }
        }
        return (double) right / images.count();
    }

    /**
     * Decides on a class.
     *
     * @param counts how often each class won
     * @return the class that won most often, the lowest of equals
     */
    public static int classOf(final int[] counts) {
        int best = 0;
        for (int k = 1; k < counts.length; k++) {
            if (counts[k] > counts[best]) {
                best = k;
            }
        }
        return best;
    }

    private void begin(final byte[] pixels, final int offset) {
        if (offset < 0 || offset + (long) spec.size(0) > pixels.length) {
            throw ConfigurationException.of(
                    "image offset",
                    offset,
                    "0.." + (pixels.length - spec.size(0)) + " for " + pixels.length + " pixels");
        }
        spikes[0].clear();
        for (int l = 1; l <= last; l++) {
            spikes[l].clear();
            gradients[l].clear();
        }
        Arrays.fill(winnerCounts, 0);
    }

    private void forward(final int t, final byte[] pixels, final int offset) {
        input.fire(pixels, offset, spikes[0].begin(t));
        for (int l = 1; l <= last; l++) {
            crossbars[l].forward(spikes[l - 1].at(t - 1), sums[l]);
        }
        for (int l = 1; l < last; l++) {
            hidden[l].fire(t, sums[l], spikes[l].begin(t));
        }
        final EventList won = spikes[last].begin(t);
        final int winner = output.compete(sums[last]);
        // Before tick L the output has seen nothing of the image: its neurons draw, but nobody wins.
        if (t >= last) {
            won.add(winner, 1);
            winnerCounts[winner]++;
        }
        for (int l = 0; l <= last; l++) {
            spikeCount[l] += spikes[l].at(t).count();
        }
    }

    private void backward(final int t, final int label) {
        for (int l = 1; l < last; l++) {
            hidden[l].feedBack(t, crossbars[l + 1], gradients[l + 1].at(t - 1), gradients[l].begin(t));
        }
        final EventList errors = gradients[last].begin(t);
        if (t >= last) {
            OutputLayer.compare(spikes[last].at(t).neuron(0), label, errors);
        }
        for (int l = 1; l <= last; l++) {
            gradientCount[l] += gradients[l].at(t).count();
        }
    }

    private void update(final int t, final int learnEnable) {
        Xorshift32.advance(learnEnableLane);
        if (learnEnableLane[0] >>> 12 >= learnEnable) {
            return;
        }
        for (int l = 1; l <= last; l++) {
            final int windowStart = 2 * last - l;
            if (t >= windowStart && t < windowStart + spec.ticks()) {
                final int delay = spec.align() ? 2 * (last - l) + 1 : 0;
                coincidences[l] +=
                        crossbars[l].pulse(spikes[l - 1].at(t - delay), gradients[l].at(t), spec.dw(), spec.wmax());
            }
        }
    }

    private void report(final int t, final boolean learning) {
        if (observer == null) {
            return;
        }
        for (int l = 0; l <= last; l++) {
            observer.spikes(t, l, spikes[l].at(t));
        }
        for (int l = last; learning && l >= 1; l--) {
            observer.gradients(t, l, gradients[l].at(t));
        }
    }

    /**
     * Sets who watches.
     *
     * @param newObserver called at the end of every tick, or null for nobody
     */
    public void observe(final SsnnBpObserver newObserver) {
        observer = newObserver;
    }

    /** @return what was built */
    public SsnnBpSpec spec() {
        return spec;
    }

    /**
     * Reads a crossbar out.
     *
     * @param layer 1..L
     * @return its weights in Q20, row by row with one row per neuron below and the bias row last; a copy
     */
    public int[] weights(final int layer) {
        return crossbars[layer].weights().clone();
    }

    /**
     * Replaces the weights of a crossbar.
     *
     * @param layer 1..L
     * @param weights in the layout of {@link #weights(int)}; copied
     * @throws ConfigurationException if the length differs or a weight is outside +-wmax
     */
    public void setWeights(final int layer, final int[] weights) {
        final int[] target = crossbars[layer].weights();
        if (weights.length != target.length) {
            throw ConfigurationException.of("weights of crossbar " + layer, weights.length, target.length + " values");
        }
        for (final int weight : weights) {
            ConfigurationException.checkRange("weight of crossbar " + layer, weight, -spec.wmax(), spec.wmax());
        }
        System.arraycopy(weights, 0, target, 0, weights.length);
    }

    /** @return h = 31 h + weight over all crossbars in order, each row by row, modulo 2^32, from h = 0 */
    public int weightsHash() {
        int h = 0;
        for (int l = 1; l <= last; l++) {
            h = crossbars[l].hash(h);
        }
        return h;
    }

    /** @return spikes of each layer 0..L since construction, a winner being one spike; a copy */
    public long[] spikeCount() {
        return spikeCount.clone();
    }

    /** @return gated gradient spikes of each layer since construction, entry 0 unused; a copy */
    public long[] gradientCount() {
        return gradientCount.clone();
    }

    /** @return pulses applied to each crossbar since construction, entry 0 unused; a copy */
    public long[] coincidences() {
        return coincidences.clone();
    }

    /** @return the gradient halves' random states of a hidden layer; for tests of the drawing discipline */
    int[] gradientLanes(final int layer) {
        return hidden[layer].gradientLanes();
    }

    /** @return the random state of learn-enable; for tests of the drawing discipline */
    int learnEnableState() {
        return learnEnableLane[0];
    }
}
