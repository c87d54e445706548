package org.ranvier.testbench.baseline;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SampleOrder;

/**
 * OTTT and e-prop in double precision, as the chip runs them but for its integers: the same spikes for an image, the same
 * neurons, a softmax with an error in every tick, one sample at a time.
 */
public final class OnlineLearning {
    private static final double FEEDBACK_SCALE = 2;
    private static final int WHITE = 255;
    private static final int HALF = 127;

    private final OnlineSpec spec;
    private final SpikingLayer hidden;
    private final SynapseMatrix readout;
    private final SynapseMatrix feedback;
    private final int[] encoder;
    private final boolean[] spikes;
    private final double[] trace;
    private final double[] sums;
    private final double[] totals;
    private final double[] errors;

    /**
     * Builds the network with its start weights.
     *
     * @param spec what to build
     */
    public OnlineLearning(final OnlineSpec spec) {
        final int[] sizes = spec.sizes();
        final SplittableRandom random = new SplittableRandom(spec.seed());
        final SynapseMatrix synapses = new SynapseMatrix(sizes[0], sizes[1], 1, random);
        this.spec = spec;
        hidden = spec.rule() == OnlineSpec.Rule.OTTT
                ? new OtttNeurons(spec, synapses)
                : new EpropNeurons(spec, synapses);
        readout = new SynapseMatrix(sizes[1], sizes[2], 1, random);
        feedback = spec.symmetric() ? readout : new SynapseMatrix(sizes[1], sizes[2], FEEDBACK_SCALE, random);
        encoder = new int[sizes[0]];
        spikes = new boolean[sizes[0] + 1];
        trace = new double[sizes[1] + 1];
        sums = new double[sizes[2]];
        totals = new double[sizes[2]];
        errors = new double[sizes[2]];
    }

    /**
     * Shows every image once, in the fresh order of the epoch, and learns from each.
     *
     * @param images what to learn
     * @param epoch from 0; decides order and learning rate
     */
    public void trainEpoch(final ImageSet images, final int epoch) {
        final double factor = StrictMath.pow(spec.decay(), epoch);
        for (final int image : new SampleOrder(spec.seed(), images.count()).epoch(epoch)) {
            present(images, image, factor);
        }
    }

    /**
     * Measures how many images are classified correctly.
     *
     * @param images what to present
     * @return the fraction that is right, 0..1
     */
    public double accuracy(final ImageSet images) {
        int right = 0;
        for (int image = 0; image < images.count(); image++) {
            present(images, image, 0);
            int best = 0;
            for (int k = 1; k < totals.length; k++) {
                best = totals[k] > totals[best] ? k : best;
            }
            right += best == images.label(image) ? 1 : 0;
        }
        return (double) right / images.count();
    }

    private void present(final ImageSet images, final int image, final double factor) {
        hidden.startSample();
        Arrays.fill(encoder, HALF);
        Arrays.fill(trace, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(totals, 0);
        for (int tick = 0; tick < spec.ticks(); tick++) {
            encode(images, image);
            final boolean[] fired = hidden.forward(spikes);
            read(fired);
            if (factor != 0) {
                compare(images.label(image));
                hidden.learn(errorsBelow(), factor * spec.eta());
                for (int i = 0; i < trace.length; i++) {
                    readout.change(i, factor * spec.readoutEta() * trace[i], errors);
                }
            }
        }
        if (factor != 0) {
            hidden.finish(factor * spec.eta());
        }
    }

    private void encode(final ImageSet images, final int image) {
        for (int j = 0; j < encoder.length; j++) {
            encoder[j] += images.pixel(image, j);
            spikes[j] = encoder[j] >= WHITE;
            encoder[j] -= spikes[j] ? WHITE : 0;
        }
        spikes[encoder.length] = true;
    }

    private void read(final boolean[] fired) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] *= spec.readoutKeep();
        }
        readout.add(fired, sums);
        for (int k = 0; k < sums.length; k++) {
            totals[k] += sums[k];
        }
        for (int i = 0; i < trace.length; i++) {
            trace[i] = trace[i] * spec.traceKeep() + (fired[i] ? 1 : 0);
        }
    }

    /** Sets the errors to what the softmax of the sums lacks from the target. */
    private void compare(final int label) {
        final double max = Arrays.stream(sums).max().orElseThrow();
        double total = 0;
        for (int k = 0; k < sums.length; k++) {
            errors[k] = StrictMath.exp(sums[k] - max);
            total += errors[k];
        }
        for (int k = 0; k < sums.length; k++) {
            errors[k] = (k == label ? 1 : 0) - errors[k] / total;
        }
    }

    private double[] errorsBelow() {
        final double[] below = new double[trace.length - 1];
        for (int i = 0; i < below.length; i++) {
            below[i] = feedback.seen(i, errors);
        }
        return below;
    }
}
