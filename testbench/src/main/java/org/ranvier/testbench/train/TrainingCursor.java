package org.ranvier.testbench.train;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a training has come. It advances by one step at a time: one training image, or what closes an epoch, its test included.
 *
 * <p>Between two steps no sample is under way.
 */
public final class TrainingCursor {
    private final Training training;
    private final TrainListener listener;
    private final Tester tester;
    private final Meter total;
    private final List<EpochResult> epochs = new ArrayList<>();
    private Meter meter;
    private int[] order;
    private int position;
    private double epochSeconds;
    private double seconds;

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

    /** @return whether all epochs are over */
    public boolean isDone() {
        return epochs.size() == training.runOptions().epochs();
    }

    /** Does the next step; not to be called when all is done. */
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
            meter = new Meter(training.chip(), training.profile());
            meter.start();
            total.start();
            listener.begins(task(), order.length);
        }
        training.learn(training.trainImages(), order[position], epoch);
        position++;
        listener.sampleDone();
        if (position == order.length) {
            listener.ends();
            meter.stop(order.length);
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
        final Double accuracy = tested ? tester.accuracy(listener) : null;
        final EpochResult result =
                new EpochResult(number, accuracy, training.learnEnable(number - 1), meter.figures(), epochSeconds);
        epochs.add(result);
        seconds += epochSeconds;
        epochSeconds = 0;
        position = 0;
        listener.epochDone(result);
    }

    /** @return what the training came to, when all is done */
    public TrainResult result() {
        return new TrainResult(epochs, total.figures(), tester.figures(), seconds);
    }
}
