package org.ranvier.testbench.nir.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.event.EventOptions;
import org.ranvier.testbench.data.event.EventSample;
import org.ranvier.testbench.data.event.EventSet;
import org.ranvier.testbench.data.event.EventSets;
import org.ranvier.testbench.data.event.EventSource;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.train.Json;

/** Runs a network on recordings of events and compares what it predicts with their labels. */
public final class Recordings implements AutoCloseable {
    private static final String TEST = "test";

    private final String name;
    private final EventSet set;
    private final EventSource source;

    /**
     * One recording.
     *
     * @param origin its file
     * @param label its class; negative when that is not known
     * @param steps steps it took
     * @param predicted the class with the largest output
     * @param sums what the elements of the Outputs gave
     */
    public record Outcome(String origin, int label, int steps, int predicted, double[] sums) {}

    /**
     * Finds recordings.
     *
     * @param path a folder, an archive or a file
     * @param part the part of the data set; {@code null} for test where there is one, else the only one
     * @param format the format; {@code null} to find it out
     * @throws ConfigurationException when there are none
     */
    public Recordings(final Path path, final String part, final String format) {
        name = path.toString();
        set = EventSets.open(path, format, EventOptions.NONE);
        try {
            source = set.open(part == null ? usual(set.parts()) : part);
        } catch (final ConfigurationException e) {
            set.close();
            throw e;
        }
    }

    private static String usual(final List<String> parts) {
        if (parts.size() > 1 && !parts.contains(TEST)) {
            throw new ConfigurationException("--part: not given, expected one of " + String.join(", ", parts));
        }
        return parts.size() == 1 ? parts.get(0) : TEST;
    }

    /** @return recordings there are */
    public int size() {
        return source.size();
    }

    /**
     * Runs the first recordings.
     *
     * @param network the network
     * @param executor runs it
     * @param dt length of a step, seconds
     * @param count recordings, up to {@link #size}
     * @param steps steps of a recording; 0 for as many as it has
     * @param totals is told of every step
     * @param progress is told how many recordings are done
     * @return a row a recording, in their order
     * @throws ConfigurationException when they do not fit the network, or one is damaged
     */
    public List<Outcome> run(
            final Network network,
            final Executor executor,
            final double dt,
            final int count,
            final int steps,
            final Totals totals,
            final IntConsumer progress) {
        final List<Outcome> outcomes = new ArrayList<>();
        visit(network, dt, count, steps, (sample, frames, length) -> {
            totals.begin();
            executor.run(frames, length, totals);
            outcomes.add(new Outcome(
                    sample.origin(),
                    sample.label(),
                    length,
                    totals.predicted(),
                    totals.sums().clone()));
            progress.accept(outcomes.size());
        });
        return outcomes;
    }

    /** What is done with a recording. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * A recording.
         *
         * @param sample its events
         * @param frames the same in steps; not to be kept
         * @param steps how many
         */
        void sample(EventSample sample, Frames frames, int steps);
    }

    /**
     * Visits the first recordings.
     *
     * @param network the network that they are for
     * @param dt length of a step, seconds
     * @param count recordings, up to {@link #size}
     * @param steps steps of a recording; 0 for as many as it has
     * @param visitor is handed them in their order
     * @throws ConfigurationException when they do not fit the network, or one is damaged
     */
    public void visit(final Network network, final double dt, final int count, final int steps, final Visitor visitor) {
        final EventFrames frames = new EventFrames(name, source.shape(), network.inputSize(), dt, steps);
        final EventSample sample = new EventSample();
        for (int i = 0; i < count; i++) {
            source.read(i, sample);
            frames.fill(sample);
            visitor.sample(sample, frames, steps == 0 ? frames.steps() : steps);
        }
    }

    /**
     * Writes outcomes as a table.
     *
     * @param outcomes a row a recording
     * @return CSV with a header; the last columns are the sums
     */
    public static String csv(final List<Outcome> outcomes) {
        final int outputs = outcomes.isEmpty() ? 0 : outcomes.get(0).sums().length;
        final StringBuilder text = new StringBuilder("file,label,predicted,steps");
        for (int i = 0; i < outputs; i++) {
            text.append(",output").append(i);
        }
        text.append('\n');
        for (final Outcome outcome : outcomes) {
            text.append('"').append(outcome.origin().replace("\"", "\"\"")).append('"');
            text.append(',').append(outcome.label());
            text.append(',').append(outcome.predicted());
            text.append(',').append(outcome.steps());
            for (final double sum : outcome.sums()) {
                text.append(',').append(Json.number(sum));
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Override
    public void close() {
        source.close();
        set.close();
    }
}
