package org.ranvier.testbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.train.EpochResult;
import org.ranvier.testbench.train.TrainListener;

/**
 * Observes a training run for its report and describes what it saw; the chip does the same with it as without.
 *
 * <p>Instructions, links and cores count training, as {@code summary.json} does; packets are those of the first images of the
 * last test, since then the network is what the run was for.
 */
public final class RunRecorder implements TrainListener, Stateful {
    private final TrainListener next;
    private final List<String> command;
    private final LayeredChip layered;
    private final ChipRecorder chip;
    private final PacketWatch packets;
    private final List<int[][]> before = new ArrayList<>();
    private final List<Map<String, Object>> epochs = new ArrayList<>();
    private boolean training;
    private boolean trained;

    /**
     * Begins to observe; the weights are those of now.
     *
     * @param command the command line, word by word
     * @param layered the chip
     * @param profile what its events cost
     * @param next who else hears of the run
     */
    public RunRecorder(
            final List<String> command,
            final LayeredChip layered,
            final EnergyProfile profile,
            final TrainListener next) {
        this.command = List.copyOf(command);
        this.next = next;
        this.layered = layered;
        chip = new ChipRecorder(layered.chip(), layered.layers().chip(), CorePlace.of(layered.layers()), profile);
        packets = new PacketWatch(layered.chip());
        for (int layer = 1; layer <= layered.layers().layers(); layer++) {
            before.add(layered.arrays().weights(layer));
        }
    }

    @Override
    public void begins(final String task, final int samples) {
        next.begins(task, samples);
        training = !task.equals(TEST);
        if (training) {
            chip.open();
        } else if (trained) {
            packets.begin();
        }
    }

    @Override
    public void resumes(final String task, final int samples, final int done) {
        next.resumes(task, samples, done);
        training = true;
    }

    @Override
    public void sampleDone() {
        next.sampleDone();
        if (!training && trained) {
            packets.sampleDone();
        }
    }

    @Override
    public void ends() {
        if (training) {
            chip.close();
        } else if (trained) {
            packets.end();
        }
        next.ends();
    }

    @Override
    public void trained() {
        next.trained();
        trained = true;
    }

    @Override
    public void epochDone(final EpochResult epoch) {
        next.epochDone(epoch);
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("epoch", epoch.epoch());
        map.put("weight_updates", epoch.training().allUpdates());
        map.put("spikes", epoch.training().allSpikes());
        map.put("by_component", epoch.training().energy().byComponent());
        map.put("by_phase", epoch.training().energy().byPhase());
        epochs.add(map);
    }

    /**
     * {@inheritDoc} Between samples of training. What is not in it: the weights before the run, which are those of the chip as it
     * is built, and the epochs, of which the training tells anew.
     */
    @Override
    public void save(final StateWriter out) {
        chip.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        chip.restore(in);
    }

    /** @return what {@value ReportData#FILE} holds */
    public Map<String, Object> describe() {
        final Map<String, Object> data = ReportData.of(command, Window.TRAINING);
        data.put("epochs", epochs);
        chip.describe(data);
        data.put("test_packets", packets.describe());
        final List<Map<String, Object>> weights = new ArrayList<>();
        for (int layer = 1; layer <= layered.layers().layers(); layer++) {
            weights.add(
                    new WeightSnapshot(before.get(layer - 1), layered.arrays().weights(layer)).describe(layer));
        }
        data.put("weights", weights);
        return data;
    }
}
