package org.ranvier.testbench.checkpoint;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.testbench.config.DurableFile;

/** Takes a run from where it was saved, or from its beginning, to its end, and saves it on the way. No other process can do so until this is closed. */
public final class Checkpoints implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final Path directory;
    private final long every;
    private final CheckpointHeader header;
    private final Checkpoint from;
    private final RunLock lock;
    private long saved;

    private Checkpoints(
            final RunLock lock,
            final Path directory,
            final long every,
            final CheckpointHeader header,
            final Checkpoint from) {
        this.lock = lock;
        this.directory = directory;
        this.every = every;
        this.header = header;
        this.from = from;
    }

    /**
     * Saves nothing, and discards what an earlier run into the same directory has saved.
     *
     * @param directory where the run writes its results
     * @return checkpoints of a run that has none
     * @throws ConfigurationException when another process runs the earlier one
     */
    public static Checkpoints none(final Path directory) {
        if (Files.exists(Checkpoint.file(directory)) || Files.exists(RunLock.file(directory))) {
            RunLock.take(directory).close();
            DurableFile.delete(Checkpoint.file(directory));
            DurableFile.delete(RunLock.file(directory));
        }
        return new Checkpoints(null, directory, Long.MAX_VALUE, null, null);
    }

    /**
     * Saves a run that begins: first, that it has begun.
     *
     * @param directory where it writes its results
     * @param every samples between two checkpoints, at least 1
     * @param header what run it is
     * @return its checkpoints
     * @throws ConfigurationException when another process runs one there
     */
    public static Checkpoints of(final Path directory, final long every, final CheckpointHeader header) {
        final RunLock lock = RunLock.take(directory);
        final Checkpoint begun = new Checkpoint(directory, header, NOTHING);
        begun.save();
        return new Checkpoints(lock, directory, every, header, begun);
    }

    /**
     * Saves a run that goes on.
     *
     * @param directory where it writes its results
     * @param every samples between two checkpoints, at least 1
     * @param header what run it is
     * @param from what it goes on from
     * @return its checkpoints
     * @throws ConfigurationException when another process runs it, or it writes somewhere else or reads something else than before
     */
    public static Checkpoints resumed(
            final Path directory, final long every, final CheckpointHeader header, final Checkpoint from) {
        requireSame(directory, from);
        final Map<String, String> before = from.header().inputs();
        for (final Map.Entry<String, String> input : header.inputs().entrySet()) {
            if (!input.getValue().equals(before.get(input.getKey()))) {
                throw new ConfigurationException(directory + ": " + input.getKey()
                        + (before.containsKey(input.getKey())
                                ? " changed since the run began"
                                : " was not there when the run began")
                        + ", so that it cannot be resumed");
            }
        }
        final RunLock lock = RunLock.take(directory);
        if (!Checkpoint.load(directory, header.program()).isSame(from)) {
            lock.close();
            throw new ConfigurationException(directory + ": another process has run it on in the meantime");
        }
        return new Checkpoints(lock, directory, every, header, from);
    }

    private static void requireSame(final Path directory, final Checkpoint from) {
        try {
            if (Files.exists(directory) && Files.isSameFile(directory, from.directory())) {
                return;
            }
        } catch (final IOException e) {
            throw new ConfigurationException(directory + ": cannot be read: " + e.getMessage(), e);
        }
        throw new ConfigurationException(from.directory() + ": holds the checkpoint of a run whose results go to "
                + directory + ", as seen from " + from.header().directory() + ", where it was begun");
    }

    private boolean saves() {
        return header != null;
    }

    /** @return whether the run goes on from a saved state, instead of from its beginning */
    public boolean goesOn() {
        return from != null && from.hasState();
    }

    /**
     * Says how far the run was, when it goes on.
     *
     * @param text gets the line
     */
    public void announce(final PrintWriter text) {
        if (goesOn()) {
            text.printf("Resumed after %,d training images.%n", from.header().samples());
        }
    }

    /**
     * Takes a run to its end.
     *
     * @param course the run, made anew
     * @param companions what else has state that changes with it
     */
    public void run(final Course course, final Stateful... companions) {
        if (goesOn()) {
            restore(course, companions);
        }
        saved = course.samples();
        while (!course.isDone()) {
            course.advance();
            final boolean due = course.samples() - saved >= every || saves() && course.isMilestone();
            if (due && !course.isDone()) {
                save(course, companions);
            }
        }
        saved = course.samples();
    }

    private void restore(final Course course, final Stateful... companions) {
        final StateReader in = new StateReader(from.state());
        for (final Stateful companion : companions) {
            companion.restore(in);
        }
        course.restore(in);
        in.end();
    }

    private void save(final Course course, final Stateful... companions) {
        final StateWriter out = new StateWriter();
        for (final Stateful companion : companions) {
            companion.save(out);
        }
        course.save(out);
        saved = course.samples();
        new Checkpoint(directory, header.at(saved), out.toByteArray()).save();
    }

    /** Marks the run as over: all its results are written. */
    public void finish() {
        if (saves()) {
            new Checkpoint(directory, header.over(saved), NOTHING).save();
        }
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }
}
