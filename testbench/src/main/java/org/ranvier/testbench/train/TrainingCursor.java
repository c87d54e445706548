package org.ranvier.testbench.train;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.testbench.checkpoint.Course;

/**
 * How far a training has come. A step is one training image, or what closes an epoch, its test included.
 */
public final class TrainingCursor implements Course {
    private static final int NOT_TESTED = 0;
    private static final int TESTED = 1;

    private final Training training;
    private final TrainListener listener;
    private final Tester tester;
    private final Meter total;

    /** One an epoch, that under way included. */
    private final List<Meter> meters = new ArrayList<>();

    private final List<EpochResult> epochs = new ArrayList<>();
    private int[] order;
    private int position;
    private double epochSeconds;

    /**
     * Stands before the first image.
     *
     * @param training a training that has not begun
     * @param listener hears of the progress
     */
    public TrainingCursor(final Training training, final TrainListener listener) {
        this.training = training;
        this.listener = listener;
        tester = new Tester(training.chip(), training::classify, training.testImages(), training.profile());
        total = new Meter(training.chip(), training.profile());
    }

    @Override
    public boolean isDone() {
        return epochs.size() == training.runOptions().epochs();
    }

    /** {@inheritDoc} Training images, over all epochs. */
    @Override
    public long samples() {
        return (long) epochs.size() * training.trainSamples() + position;
    }

    /** {@inheritDoc} A test. */
    @Override
    public boolean isMilestone() {
        return position == 0
                && !epochs.isEmpty()
                && epochs.get(epochs.size() - 1).accuracy() != null;
    }

    @Override
    public void advance() {
        if (position < training.trainSamples()) {
            final long begin = System.nanoTime();
            learn();
            epochSeconds += (System.nanoTime() - begin) * 1e-9;
        } else {
            closeEpoch();
        }
    }

    private void learn() {
        final int epoch = epochs.size();
        if (position == 0) {
            order = training.order(epoch);
            meters.add(new Meter(training.chip(), training.profile()));
            meters.get(epoch).start();
            total.start();
            listener.begins(task(), order.length);
        }
        training.learn(training.trainImages(), order[position], epoch);
        position++;
        listener.sampleDone();
        if (position == order.length) {
            listener.ends();
            meters.get(epoch).stop(order.length);
            total.stop(order.length);
            training.learnt();
        }
    }

    private String task() {
        return "epoch " + (epochs.size() + 1);
    }

    private void closeEpoch() {
        final int number = epochs.size() + 1;
        final boolean last = number == training.runOptions().epochs();
        if (last) {
            listener.trained();
        }
        final boolean tested = last || number % training.runOptions().testEvery() == 0;
        close(tested ? tester.accuracy(listener) : null, epochSeconds);
        epochSeconds = 0;
        position = 0;
    }

    private void close(final Double accuracy, final double wallSeconds) {
        final int epoch = epochs.size();
        final EpochResult result = new EpochResult(
                epoch + 1,
                accuracy,
                training.learnEnable(epoch),
                meters.get(epoch).figures(),
                wallSeconds);
        epochs.add(result);
        listener.epochDone(result);
    }

    /** @return what the training came to, when all is done */
    public TrainResult result() {
        final double seconds =
                epochs.stream().mapToDouble(EpochResult::wallSeconds).sum();
        return new TrainResult(epochs, total.figures(), tester.figures(), seconds);
    }

    @Override
    public void save(final StateWriter out) {
        out.section("training").putInt(epochs.size()).putInt(position).putDouble(epochSeconds);
        training.save(out);
        tester.save(out);
        total.save(out);
        meters.forEach(meter -> meter.save(out));
        for (final EpochResult epoch : epochs) {
            out.putInt(epoch.accuracy() == null ? NOT_TESTED : TESTED)
                    .putDouble(epoch.accuracy() == null ? 0 : epoch.accuracy())
                    .putDouble(epoch.wallSeconds());
        }
    }

    /** {@inheritDoc} The listener hears of the epochs that are over, and of the one that goes on. */
    @Override
    public void restore(final StateReader in) {
        final int closed = in.section("training").getInt();
        position = in.getInt();
        epochSeconds = in.getDouble();
        training.restore(in);
        tester.restore(in);
        total.restore(in);
        for (int epoch = 0; epoch < closed + Integer.signum(position); epoch++) {
            meters.add(new Meter(training.chip(), training.profile()));
            meters.get(epoch).restore(in);
        }
        for (int epoch = 0; epoch < closed; epoch++) {
            final boolean tested = in.getInt() == TESTED;
            final double accuracy = in.getDouble();
            close(tested ? accuracy : null, in.getDouble());
        }
        order = training.order(closed);
        if (position > 0 && position < order.length) {
            listener.resumes(task(), order.length, position);
        }
    }
}
