package org.ranvier.testbench.regress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.ranvier.core.chip.Chip;
import org.ranvier.testbench.regress.file.ChunkKind;
import org.ranvier.testbench.regress.file.RecordingReader;
import org.ranvier.testbench.regress.stream.ByteSource;
import org.ranvier.testbench.regress.stream.Changes;
import org.ranvier.testbench.regress.stream.ComparingSink;
import org.ranvier.testbench.regress.stream.Event;
import org.ranvier.testbench.regress.stream.EventDecoder;
import org.ranvier.testbench.regress.stream.EventSink;
import org.ranvier.testbench.regress.stream.HashingSink;
import org.ranvier.testbench.regress.stream.Mismatch;
import org.ranvier.testbench.regress.stream.StepEnds;
import org.ranvier.testbench.regress.stream.StreamKind;

/** Holds one chip against its recording. */
final class ChipCheck {
    private static final int PRECEDING = 8;

    private final int index;
    private final RecordingHeader header;
    private final RecordingReader reader;
    private final ChipDescription expected;
    private final ChipDescription found;
    private final Iterator<byte[]> windows;
    private final List<ComparingSink[]> cores = new ArrayList<>();
    private final StepEnds steps = new StepEnds();
    private long samples;
    private long begin;
    private Divergence first;
    private List<ResultDifference> counters = List.of();
    private Window wanted;
    private Window is;

    ChipCheck(
            final int index,
            final RecordingHeader header,
            final RecordingReader reader,
            final ChipDescription expected,
            final ChipDescription found) {
        this.index = index;
        this.header = header;
        this.reader = reader;
        this.expected = expected;
        this.found = found;
        this.windows = reader.all(ChunkKind.WINDOW, index);
        final long[] none = new long[expected.counters().size()];
        wanted = new Window(0, 0, 0, none);
        is = new Window(0, 0, 0, new long[found.counters().size()]);
    }

    /** Begins to watch; {@code sampleDone} is told after each sample. */
    void attach(final ChipWitness witness, final Chip chip, final Runnable sampleDone) {
        for (int core = 0; core < found.cores().size(); core++) {
            cores.add(new ComparingSink[StreamKind.values().length]);
        }
        chip.steps(steps);
        witness.attach(chip, this::sink, window -> {
            compare(window);
            sampleDone.run();
        });
    }

    private EventSink sink(final int core, final StreamKind kind) {
        final CoreDescription recorded = expected.cores().get(core);
        final Iterator<byte[]> pieces = reader.all(ChunkKind.STREAM, Streams.owner(index, core, kind));
        final ByteSource source = () -> pieces.hasNext() ? pieces.next() : null;
        final ComparingSink sink = new ComparingSink(
                new EventDecoder(Streams.slots(recorded, kind), source),
                changes(recorded, found.cores().get(core)));
        cores.get(core)[kind.ordinal()] = sink;
        return Recorder.hashes(header, kind) ? new HashingSink(header.stretch(), sink) : sink;
    }

    private static Changes changes(final CoreDescription recorded, final CoreDescription now) {
        final Changes changes = new Changes(now.code().size());
        for (int address = 0; address < now.code().size(); address++) {
            if (address >= recorded.code().size()
                    || !now.code().get(address).equals(recorded.code().get(address))) {
                changes.code(address);
            }
        }
        now.inline().forEach((kind, text) -> {
            if (!text.equals(recorded.inline().get(kind))) {
                changes.inline(kind);
            }
        });
        return changes;
    }

    private void compare(final Window window) {
        final Window recorded = windows.hasNext() ? Window.of(windows.next()) : null;
        begin = window.begin();
        is = is.plus(window);
        if (recorded != null) {
            wanted = wanted.plus(recorded);
        }
        if (first == null) {
            first = first(sink -> sink.finish(steps));
            if (first != null && recorded != null) {
                counters = WindowDifferences.of(
                        expected.counters(), recorded, found.counters(), window, Tolerances.NONE, "");
            }
        }
        steps.clear();
        samples++;
    }

    /** Of all streams' mismatches the earliest; of several in one cycle, that of the unit that acts first. */
    private Divergence first(final Function<ComparingSink, Mismatch> look) {
        Divergence earliest = null;
        for (int core = 0; core < cores.size(); core++) {
            for (final StreamKind kind : StreamKind.values()) {
                final Mismatch mismatch = look.apply(cores.get(core)[kind.ordinal()]);
                if (mismatch != null && (earliest == null || isBefore(mismatch, kind, earliest))) {
                    earliest = divergence(core, kind, mismatch);
                }
            }
        }
        return earliest;
    }

    private static boolean isBefore(final Mismatch mismatch, final StreamKind kind, final Divergence other) {
        return mismatch.cycle() < other.mismatch().cycle()
                || mismatch.cycle() == other.mismatch().cycle() && kind.compareTo(other.stream()) < 0;
    }

    private Divergence divergence(final int core, final StreamKind kind, final Mismatch mismatch) {
        final List<Event> before = new ArrayList<>();
        for (final StreamKind each : StreamKind.values()) {
            cores.get(core)[each.ordinal()].last().stream()
                    .filter(event -> event.cycle <= mismatch.cycle() && EventText.isShown(event, each))
                    .forEach(before::add);
        }
        before.sort(Comparator.comparingLong(event -> event.cycle));
        return new Divergence(
                index,
                samples,
                begin,
                expected.cores().get(core),
                found.cores().get(core),
                expected.kinds(),
                found.kinds(),
                kind,
                mismatch,
                List.copyOf(before.subList(Math.max(0, before.size() - PRECEDING), before.size())));
    }

    /** The run is over, by itself or by an error: nothing may be left of the recording. */
    void close() {
        if (first == null) {
            first = first(sink -> sink.close(steps));
        }
    }

    /** @return the first divergence so far, or null */
    Divergence first() {
        return first;
    }

    /** @return the counters that differ in its sample */
    List<ResultDifference> counters() {
        return counters;
    }

    /** @return what the chip counted in all, where it differs by more than is allowed */
    List<ResultDifference> sums(final Tolerances tolerances) {
        return WindowDifferences.of(
                expected.counters(), wanted, found.counters(), is, tolerances, "chip " + index + " ");
    }

    long samples() {
        return samples;
    }

    long events() {
        return cores.stream()
                .flatMap(Arrays::stream)
                .mapToLong(ComparingSink::events)
                .sum();
    }

    long instructions() {
        return cores.stream()
                .flatMap(Arrays::stream)
                .mapToLong(ComparingSink::instructions)
                .sum();
    }
}
