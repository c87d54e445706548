package org.ranvier.testbench.anytime;

import java.util.List;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.testbench.bptt.BpttListener;
import org.ranvier.testbench.bptt.BpttTraining;
import org.ranvier.testbench.checkpoint.Course;
import org.ranvier.testbench.train.TrainListener;

/** How far a training off the chip has come. A step is a batch, or what closes an epoch, its test included. */
public final class AnytimeCourse implements Course {
    private final AnytimeTraining training;
    private final BpttTraining learner;
    private final int testEvery;
    private final TrainListener progress;
    private final BpttListener images;
    private final AnytimeTraining.EpochListener listener;
    private double epochSeconds;

    /**
     * Stands before the first batch.
     *
     * @param training a training that has not begun
     * @param testEvery epochs between two tests; the last one is followed by one
     * @param progress hears of images
     * @param listener hears of epochs
     */
    public AnytimeCourse(
            final AnytimeTraining training,
            final int testEvery,
            final TrainListener progress,
            final AnytimeTraining.EpochListener listener) {
        this.training = training;
        this.learner = training.learner();
        this.testEvery = testEvery;
        this.progress = progress;
        this.images = new Progress(progress);
        this.listener = listener;
    }

    private record Progress(TrainListener to) implements BpttListener {
        @Override
        public void begins(final String task, final int samples) {
            to.begins(task, samples);
        }

        @Override
        public void sampleDone() {
            to.sampleDone();
        }

        @Override
        public void ends() {
            to.ends();
        }
    }

    @Override
    public boolean isDone() {
        return training.epochs().size() == training.options().epochs();
    }

    @Override
    public void advance() {
        if (learner.isEpochLearnt()) {
            closeEpoch();
        } else {
            final long begin = System.nanoTime();
            learner.learnBatch(images);
            epochSeconds += (System.nanoTime() - begin) * 1e-9;
        }
    }

    private void closeEpoch() {
        final double loss = learner.closeEpoch();
        final int epoch = training.epochs().size() + 1;
        final boolean tested =
                epoch % testEvery == 0 || epoch == training.options().epochs();
        final double[] accuracy = tested ? learner.accuracyByTick(training.testImages(), images) : null;
        close(new AnytimeTraining.Epoch(epoch, loss, accuracy, epochSeconds));
        epochSeconds = 0;
    }

    private void close(final AnytimeTraining.Epoch epoch) {
        training.add(epoch);
        listener.epochDone(epoch);
    }

    /** {@inheritDoc} Training images, over all epochs. */
    @Override
    public long samples() {
        return (long) training.epochs().size() * training.trainImages().count() + learner.position();
    }

    /** {@inheritDoc} A test. */
    @Override
    public boolean isMilestone() {
        final List<AnytimeTraining.Epoch> epochs = training.epochs();
        return learner.position() == 0
                && !epochs.isEmpty()
                && epochs.get(epochs.size() - 1).accuracyByTick() != null;
    }

    @Override
    public void save(final StateWriter out) {
        out.section("anytime").putDouble(epochSeconds);
        learner.save(out);
        out.putInt(training.epochs().size());
        for (final AnytimeTraining.Epoch epoch : training.epochs()) {
            final double[] accuracy = epoch.accuracyByTick();
            out.putDouble(epoch.loss()).putDouble(epoch.wallSeconds());
            out.putInt(accuracy == null ? 0 : accuracy.length);
            out.putDoubles(accuracy == null ? new double[0] : accuracy);
        }
    }

    /** {@inheritDoc} The listeners hear of the epochs that are over, and of the one that goes on. */
    @Override
    public void restore(final StateReader in) {
        epochSeconds = in.section("anytime").getDouble();
        learner.restore(in);
        final int closed = in.getInt();
        for (int epoch = 1; epoch <= closed; epoch++) {
            final double loss = in.getDouble();
            final double seconds = in.getDouble();
            final double[] accuracy = new double[in.getInt()];
            in.getDoubles(accuracy);
            close(new AnytimeTraining.Epoch(epoch, loss, accuracy.length == 0 ? null : accuracy, seconds));
        }
        if (learner.position() > 0 && !learner.isEpochLearnt()) {
            progress.resumes(learner.task(), training.trainImages().count(), learner.position());
        }
    }
}
