package org.ranvier.testbench.report;

import java.util.List;
import java.util.Map;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleMonitor;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.energy.EnergyProfile;

/** Observes everything that a chip does for a report; attach it as its monitor of samples before the first. */
public final class SampleRecorder implements SampleMonitor {
    private final List<String> command;
    private final ChipRecorder recorder;
    private final PacketWatch packets;

    /**
     * Begins to observe.
     *
     * @param command the command line, word by word
     * @param chip the chip
     * @param spec what it was built from
     * @param places what its cores are for, in the order of the chip
     * @param profile what its events cost
     */
    public SampleRecorder(
            final List<String> command,
            final Chip chip,
            final ChipSpec spec,
            final List<CorePlace> places,
            final EnergyProfile profile) {
        this.command = List.copyOf(command);
        recorder = new ChipRecorder(chip, spec, places, profile);
        packets = new PacketWatch(chip);
        recorder.open();
        packets.begin();
    }

    @Override
    public void ends(final long cycle) {
        packets.sampleDone();
    }

    /**
     * Ends observing.
     *
     * @return what {@value ReportData#FILE} holds
     */
    public Map<String, Object> describe() {
        packets.end();
        recorder.close();
        final Map<String, Object> data = ReportData.of(command, Window.RUN);
        recorder.describe(data);
        data.put("test_packets", packets.describe());
        return data;
    }
}
