package org.ranvier.testbench.bptt;

import java.util.Arrays;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SampleOrder;

/** Trains a network by surrogate gradients, batch by batch, and tests it in real numbers. */
public final class BpttTraining implements Stateful {
    private static final int TEST_PASS = -1;

    private final BpttOptions options;
    private final ImageSet images;
    private final LifNetwork network;
    private final Adam adam;
    private final double[][][] gradient;
    private final LifTrace[] batch;
    private final Loss loss;
    private final Loss regularizer;
    private final InputCoding coding;
    private final SampleOrder order;
    private int[] numbers;
    private int epoch;
    private int step;
    private double sum;

    /**
     * Prepares a training.
     *
     * @param options what to do
     * @param images what is learnt from
     */
    public BpttTraining(final BpttOptions options, final ImageSet images) {
        this.options = options;
        this.images = images;
        network = new LifNetwork(options.spec(), SpikeFunction.STEP, options.seed());
        adam = new Adam(network.weights());
        gradient = Adam.like(network.weights());
        batch = new LifTrace[Math.min(options.batch(), images.count())];
        Arrays.setAll(batch, unused -> new LifTrace(options.spec()));
        loss = options.loss().create();
        regularizer =
                options.regularizer() == null ? null : options.regularizer().create();
        coding = new InputCoding(options.coding(), options.seed());
        order = new SampleOrder(options.seed(), images.count());
    }

    /** @return the network, as far as it has learnt */
    public LifNetwork network() {
        return network;
    }

    private int batches() {
        return (images.count() + batch.length - 1) / batch.length;
    }

    /** @return whether all batches of the epoch are learnt, so that it is to be closed */
    public boolean isEpochLearnt() {
        return step == batches();
    }

    /** @return images of the epoch that are learnt */
    public int position() {
        return Math.min(step * batch.length, images.count());
    }

    /**
     * Learns the next batch of the epoch.
     *
     * @param listener hears of the progress
     */
    public void learnBatch(final BpttListener listener) {
        if (step == 0) {
            listener.begins(task(), images.count());
            numbers = order.epoch(epoch);
        }
        final int first = step * batch.length;
        final int count = Math.min(batch.length, numbers.length - first);
        for (int n = 0; n < count; n++) {
            coding.code(images, numbers[first + n], epoch, batch[n]);
        }
        sum += learn(count, rate((double) epoch * batches() + step, (double) options.epochs() * batches()));
        step++;
        for (int n = 0; n < count; n++) {
            listener.sampleDone();
        }
        if (isEpochLearnt()) {
            listener.ends();
        }
    }

    /** @return what the epoch is called */
    public String task() {
        return "epoch " + (epoch + 1);
    }

    /**
     * Closes an epoch that is learnt.
     *
     * @return the loss, a mean over its batches
     */
    public double closeEpoch() {
        final double loss = sum / batches();
        epoch++;
        step = 0;
        sum = 0;
        return loss;
    }

    @Override
    public void save(final StateWriter out) {
        out.section("bptt").putInt(epoch).putInt(step).putDouble(sum);
        adam.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        epoch = in.section("bptt").getInt();
        step = in.getInt();
        sum = in.getDouble();
        adam.restore(in);
        numbers = order.epoch(epoch);
    }

    private double rate(final double step, final double steps) {
        return options.eta() * 0.5 * (1 + Math.cos(Math.PI * step / steps));
    }

    private double learn(final int count, final double rate) {
        for (final double[][] layer : gradient) {
            for (final double[] row : layer) {
                Arrays.fill(row, 0);
            }
        }
        for (int n = 0; n < count; n++) {
            network.forward(batch[n]);
            batch[n].clearGradients();
        }
        double value = loss.add(batch, count, 1);
        if (regularizer != null) {
            value += regularizer.add(batch, count, options.lambda());
        }
        for (int n = 0; n < count; n++) {
            network.backward(batch[n], gradient);
        }
        adam.step(gradient, rate);
        return value;
    }

    /**
     * Tests the network.
     *
     * @param test the images
     * @param listener hears of the progress
     * @return the share that the accumulated logits classify right after 1, 2, .. T ticks
     */
    public double[] accuracyByTick(final ImageSet test, final BpttListener listener) {
        final double[] right = new double[options.spec().ticks()];
        final LifTrace trace = batch[0];
        listener.begins("test", test.count());
        for (int image = 0; image < test.count(); image++) {
            coding.code(test, image, TEST_PASS, trace);
            network.forward(trace);
            final int[] answers = trace.answers();
            for (int tick = 0; tick < right.length; tick++) {
                right[tick] += answers[tick] == trace.label() ? 1.0 / test.count() : 0;
            }
            listener.sampleDone();
        }
        listener.ends();
        return right;
    }
}
