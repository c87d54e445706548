package org.ranvier.testbench.regress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.chip.Chip;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.observe.ChipObserver;
import org.ranvier.testbench.regress.file.ChunkKind;
import org.ranvier.testbench.regress.file.RecordingWriter;
import org.ranvier.testbench.regress.stream.EventEncoder;
import org.ranvier.testbench.regress.stream.EventSink;
import org.ranvier.testbench.regress.stream.HashingSink;
import org.ranvier.testbench.regress.stream.StreamKind;

/** Records the chips of a command; the run does the same with it as without. */
public final class Recorder implements ChipObserver, AutoCloseable {
    private final RecordingHeader header;
    private final RecordingWriter writer;
    private final List<EventEncoder> encoders = new ArrayList<>();
    private final Map<String, Object> results = new LinkedHashMap<>();
    private int chips;
    private long samples;

    /**
     * Begins a recording.
     *
     * @param file where it is to be in the end; its directory exists
     * @param header what is recorded
     */
    public Recorder(final Path file, final RecordingHeader header) {
        this.header = header;
        writer = new RecordingWriter(file);
        add(ChunkKind.HEADER, 0, RecordingJson.write(header));
    }

    private void add(final ChunkKind kind, final int owner, final byte[] content) {
        writer.add(kind, owner, content, content.length);
    }

    @Override
    public void built(final Chip chip, final ChipSpec spec) {
        final int index = chips++;
        final ChipWitness witness = new ChipWitness(chip, spec);
        final ChipDescription description = witness.description();
        add(ChunkKind.CHIP, index, RecordingJson.write(description));
        witness.attach(chip, (core, kind) -> sink(index, core, kind, description), window -> {
            samples++;
            add(ChunkKind.WINDOW, index, window.bytes());
        });
    }

    private EventSink sink(final int chip, final int core, final StreamKind kind, final ChipDescription description) {
        final int owner = Streams.owner(chip, core, kind);
        final EventEncoder encoder = new EventEncoder(
                Streams.slots(description.cores().get(core), kind),
                (bytes, length) -> writer.add(ChunkKind.STREAM, owner, bytes, length));
        encoders.add(encoder);
        return hashes(header, kind) ? new HashingSink(header.stretch(), encoder) : encoder;
    }

    /** @return true when a recording has hashes in place of these events */
    static boolean hashes(final RecordingHeader header, final StreamKind kind) {
        return header.detail() == Detail.WINDOWS && kind != StreamKind.MEMORY;
    }

    @Override
    public void finished(final Map<String, Object> summary) {
        results.put(Integer.toString(results.size()), summary);
    }

    /** @return chips so far */
    public int chips() {
        return chips;
    }

    /**
     * Completes the recording, which then has its name.
     *
     * @return what is in it
     */
    public Recorded complete() {
        long events = 0;
        long instructions = 0;
        for (final EventEncoder encoder : encoders) {
            encoder.flush();
            events += encoder.events();
            instructions += encoder.instructions();
        }
        final Totals totals = new Totals(chips, samples, events, instructions, results);
        add(ChunkKind.RESULTS, 0, RecordingJson.write(totals));
        return new Recorded(totals, writer.complete());
    }

    /**
     * A recording.
     *
     * @param totals what is in it
     * @param bytes its size
     */
    public record Recorded(Totals totals, long bytes) {}

    @Override
    public void close() {
        writer.close();
    }
}
