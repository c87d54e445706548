package org.ranvier.testbench.regress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.ChipFaults;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.observe.ChipObserver;
import org.ranvier.testbench.regress.file.ChunkKind;
import org.ranvier.testbench.regress.file.RecordingReader;

/**
 * Holds the chips of a command against a recording of it, in step with the run.
 *
 * <p>A run that may not differ is stopped at the end of the sample in which it does, by an exception that ends the command.
 */
public final class Checker implements ChipObserver, AutoCloseable {
    private static final int FAULTS_NAMED = 5;

    private final RecordingReader reader;
    private final RecordingHeader header;
    private final Totals recorded;
    private final Tolerances tolerances;
    private final List<ChipCheck> chips = new ArrayList<>();
    private final List<ChipFaults> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<ResultDifference> figures = new ArrayList<>();
    private final Map<String, Object> results = new LinkedHashMap<>();
    private boolean stopped;

    /**
     * Opens a recording.
     *
     * @param file the recording
     * @param tolerances by how much the run may differ
     * @throws ConfigurationException when it cannot be read, is no recording, or is not complete
     */
    public Checker(final Path file, final Tolerances tolerances) {
        this.tolerances = tolerances;
        reader = new RecordingReader(file);
        header = RecordingJson.read(reader.only(ChunkKind.HEADER, 0), RecordingHeader.class);
        recorded = RecordingJson.read(reader.only(ChunkKind.RESULTS, 0), Totals.class);
    }

    /** @return what was recorded */
    public RecordingHeader header() {
        return header;
    }

    /** @return true when a difference has ended the command */
    public boolean stopped() {
        return stopped;
    }

    @Override
    public void built(final Chip chip, final ChipSpec spec) {
        final int index = chips.size();
        final ChipWitness witness = new ChipWitness(chip, spec);
        faults.add(chip.faults());
        if (index >= recorded.chips()) {
            stop("chips", recorded.chips(), index + 1);
        }
        final ChipDescription expected = RecordingJson.read(reader.only(ChunkKind.CHIP, index), ChipDescription.class);
        final ChipDescription found = witness.description();
        final List<String> wanted = names(expected);
        final List<String> is = names(found);
        if (!wanted.equals(is)) {
            stop("cores of chip " + index, String.join(", ", wanted), String.join(", ", is));
        }
        if (!expected.specHash().equals(found.specHash())) {
            notes.addAll(ProgramChanges.of(index, expected, found));
        }
        final ChipCheck check = new ChipCheck(index, header, reader, expected, found);
        chips.add(check);
        check.attach(witness, chip, () -> {
            if (check.first() != null && !tolerances.loose()) {
                stopped = true;
                throw new DifferenceFoundException();
            }
        });
    }

    private static List<String> names(final ChipDescription chip) {
        return chip.cores().stream().map(CoreDescription::path).toList();
    }

    private void stop(final String what, final Object expected, final Object found) {
        figures.add(new ResultDifference(what, expected, found));
        stopped = true;
        throw new DifferenceFoundException();
    }

    @Override
    public void finished(final Map<String, Object> summary) {
        results.put(Integer.toString(results.size()), summary);
    }

    /**
     * Ends the comparison.
     *
     * @param failure why the command failed by itself, or null
     * @return what came of it
     */
    public Outcome outcome(final String failure) {
        if (failure != null) {
            notes.add("the run failed: " + failure);
        }
        faults.forEach(this::noteFaults);
        for (final ChipCheck chip : chips) {
            chip.close();
        }
        final ChipCheck departed =
                chips.stream().filter(chip -> chip.first() != null).findFirst().orElse(null);
        if (!stopped && failure == null) {
            compareEnds();
        }
        final boolean equal =
                failure == null && figures.isEmpty() && !stopped && (departed == null || tolerances.loose());
        return new Outcome(
                header,
                equal,
                departed == null ? null : departed.first(),
                departed == null ? List.of() : departed.counters(),
                List.copyOf(figures),
                List.copyOf(notes),
                compared());
    }

    private void noteFaults(final ChipFaults chip) {
        chip.events().stream().limit(FAULTS_NAMED).forEach(event -> notes.add("fault: " + event.line()));
        chip.pending().forEach(fault -> notes.add("fault: " + fault + " has not happened"));
    }

    private void compareEnds() {
        if (chips.size() != recorded.chips()) {
            figures.add(new ResultDifference("chips", recorded.chips(), chips.size()));
        }
        final long samples = chips.stream().mapToLong(ChipCheck::samples).sum();
        if (samples != recorded.samples()) {
            figures.add(new ResultDifference("samples", recorded.samples(), samples));
        }
        chips.forEach(chip -> figures.addAll(chip.sums(tolerances)));
        figures.addAll(Results.compare(recorded.results(), results, tolerances));
    }

    private Totals compared() {
        return new Totals(
                chips.size(),
                chips.stream().mapToLong(ChipCheck::samples).sum(),
                chips.stream().mapToLong(ChipCheck::events).sum(),
                chips.stream().mapToLong(ChipCheck::instructions).sum(),
                results);
    }

    @Override
    public void close() {
        reader.close();
    }
}
