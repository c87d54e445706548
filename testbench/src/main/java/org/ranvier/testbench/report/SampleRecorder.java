package org.ranvier.testbench.report;

import java.util.List;
import java.util.Map;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleMonitor;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.energy.EnergyProfile;

/** Observes everything that a chip does for a report. */
public final class SampleRecorder implements SampleMonitor {
    private final List<String> command;
    private final ChipRecorder recorder;
    private final PacketWatch packets;

    /**
     * Begins to observe a chip that has run nothing yet.
     *
     * @param command the command line, word by word
     * @param chip the chip
     * @param spec what it was built from
     * @param places what its cores are for, in the order of the chip
     * @param profile what its events cost
     * @return the observer
     */
    public static SampleRecorder of(
            final List<String> command,
            final Chip chip,
            final ChipSpec spec,
            final List<CorePlace> places,
            final EnergyProfile profile) {
        final SampleRecorder recorder =
                new SampleRecorder(command, new ChipRecorder(chip, spec, places, profile), new PacketWatch(chip));
        chip.samples(recorder);
        recorder.recorder.open();
        recorder.packets.begin();
        return recorder;
    }

    private SampleRecorder(final List<String> command, final ChipRecorder recorder, final PacketWatch packets) {
        this.command = List.copyOf(command);
        this.recorder = recorder;
        this.packets = packets;
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
