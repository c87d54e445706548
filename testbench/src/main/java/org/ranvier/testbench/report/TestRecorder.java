package org.ranvier.testbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.train.TrainListener;

/** Observes one test of a model for its report; the chip does the same with it as without. */
public final class TestRecorder implements TrainListener {
    private final TrainListener next;
    private final List<String> command;
    private final LayeredChip layered;
    private final ChipRecorder chip;
    private final PacketWatch packets;

    /**
     * Prepares to observe.
     *
     * @param command the command line, word by word
     * @param layered the chip, which holds the model
     * @param profile what its events cost
     * @param next who else hears of the test
     */
    public TestRecorder(
            final List<String> command,
            final LayeredChip layered,
            final EnergyProfile profile,
            final TrainListener next) {
        this.command = List.copyOf(command);
        this.next = next;
        this.layered = layered;
        chip = new ChipRecorder(layered.chip(), layered.layers().chip(), CorePlace.of(layered.layers()), profile);
        packets = new PacketWatch(layered.chip());
    }

    @Override
    public void begins(final String task, final int samples) {
        next.begins(task, samples);
        chip.open();
        packets.begin();
    }

    @Override
    public void sampleDone() {
        next.sampleDone();
        packets.sampleDone();
    }

    @Override
    public void ends() {
        packets.end();
        chip.close();
        next.ends();
    }

    /** @return what {@value ReportData#FILE} holds */
    public Map<String, Object> describe() {
        final Map<String, Object> data = ReportData.of(command, Window.TEST);
        chip.describe(data);
        data.put("test_packets", packets.describe());
        final List<Map<String, Object>> weights = new ArrayList<>();
        for (int layer = 1; layer <= layered.layers().layers(); layer++) {
            weights.add(WeightSnapshot.of(layered.arrays().weights(layer)).describe(layer));
        }
        data.put("weights", weights);
        return data;
    }
}
