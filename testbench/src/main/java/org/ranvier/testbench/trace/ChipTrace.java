package org.ranvier.testbench.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.testbench.energy.EnergyProfile;

/** The traces of one chip, in one or several files: attached to the chip from the beginning until it is stopped. */
public final class ChipTrace implements AutoCloseable {
    private final TracedChip chip;
    private final List<TraceFile> files = new ArrayList<>();
    private final RecordSorter sorter;
    private final TraceRing ring;
    private final FabricRecorder fabric;
    private final List<CoreRecorder> cores = new ArrayList<>();
    private PowerMeter power;
    private boolean running = true;

    /**
     * Begins to trace.
     *
     * @param chip the chip, no sample of which is under way
     * @param spec what it was built from
     * @param window what is shown
     * @param profile what its events cost, for power
     * @param targets the files; each format is told by the extension
     * @throws org.ranvier.core.error.ConfigurationException when a file cannot be written, or the window names a core that the chip
     *     does not have
     */
    public ChipTrace(
            final Chip chip,
            final ChipSpec spec,
            final TraceWindow window,
            final EnergyProfile profile,
            final List<Path> targets) {
        this(new TracedChip(chip, spec, window, profile), targets);
    }

    /**
     * Begins to trace a network without a chip: packets, buffers and links.
     *
     * @param network an exact network, which has carried nothing
     * @param mesh its mesh
     * @param window what is shown
     * @param targets the files; each format is told by the extension
     * @throws org.ranvier.core.error.ConfigurationException as above
     */
    public ChipTrace(final Fabric network, final MeshSpec mesh, final TraceWindow window, final List<Path> targets) {
        this(new TracedChip(network, mesh, window), targets);
    }

    private ChipTrace(final TracedChip chip, final List<Path> targets) {
        this.chip = chip;
        final List<TraceFormat> formats = targets.stream().map(TraceFormat::of).toList();
        final boolean everything = formats.stream().anyMatch(TraceFormat::showsEverything);
        sorter = new RecordSorter(
                sink(formats, targets), everything ? chip.shown().size() : 0);
        ring = new TraceRing(sorter);
        fabric = new FabricRecorder(ring, chip, everything);
        chip.fabric().addMonitor(fabric);
        if (everything) {
            for (final Core core : chip.shown()) {
                final CoreRecorder recorder = new CoreRecorder(ring, core, chip.window());
                cores.add(recorder);
                core.execution(recorder);
            }
        }
        if (chip.chip() != null && formats.stream().anyMatch(TraceFormat::showsPower)) {
            power = new PowerMeter(ring, chip);
            chip.chip().steps(power);
        }
    }

    private TraceSink sink(final List<TraceFormat> formats, final List<Path> targets) {
        final List<TraceSink> sinks = new ArrayList<>();
        try {
            for (int i = 0; i < targets.size(); i++) {
                files.add(new TraceFile(targets.get(i)));
                sinks.add(formats.get(i).open(files.get(i), chip));
            }
        } catch (final RuntimeException e) {
            files.forEach(TraceFile::close);
            throw e;
        }
        return sinks.size() == 1 ? sinks.get(0) : new TraceSinks(sinks);
    }

    /**
     * Stops, writes what is left and says how much that was.
     *
     * @return records written
     * @throws org.ranvier.core.error.ConfigurationException when a file cannot be written
     */
    public long stop() {
        if (running) {
            running = false;
            chip.fabric().removeMonitor(fabric);
            fabric.finish();
            for (final Core core : chip.shown()) {
                core.execution(null);
            }
            cores.forEach(CoreRecorder::finish);
            if (power != null) {
                chip.chip().steps(null);
                power.over(chip.chip().cycle());
            }
            ring.close();
        }
        return sorter.passed();
    }

    /** Gives the files their names; to be called after {@link #stop}. */
    public void complete() {
        files.forEach(TraceFile::complete);
    }

    /** Stops, and leaves nothing of files that are not complete. */
    @Override
    public void close() {
        try {
            stop();
        } finally {
            files.forEach(TraceFile::close);
        }
    }
}
