package org.ranvier.testbench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreActivity;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.programs.layered.LayerMapping;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.programs.layered.Placement;
import org.ranvier.router.MeshSpec;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.train.EpochResult;
import org.ranvier.testbench.train.TrainListener;

/**
 * Observes a run for its report and describes what it saw; the chip does the same with it as without.
 *
 * <p>Instructions, links and cores count training, as {@code summary.json} does; packets are those of the first images of the
 * last test, since then the network is what the run was for. They are watched only after training, so that recorders of training
 * packets have the fabric to themselves.
 */
public final class RunRecorder implements TrainListener {
    /** The file's name, beside {@code summary.json}. */
    public static final String FILE = "report-data.json";

    /** The format's version; a page is made of files of its own version only. */
    public static final int VERSION = 1;

    private static final int WATCHED = 4;

    private final TrainListener next;
    private final List<String> command;
    private final Chip chip;
    private final LayerMapping mapping;
    private final LayeredChip layered;
    private final InstructionCounts instructions;
    private final LinkLoad links;
    private final PacketWindow packets = new PacketWindow();
    private final List<int[][]> before = new ArrayList<>();
    private final List<Map<String, Object>> epochs = new ArrayList<>();
    private final CoreActivity[] activity;
    private long cycles;
    private boolean training;
    private boolean trained;

    /**
     * Begins to observe; the weights are those of now.
     *
     * @param command the command line, word by word
     * @param chip the chip
     * @param profile what its events cost
     * @param next who else hears of the run
     */
    public RunRecorder(
            final List<String> command, final LayeredChip chip, final EnergyProfile profile, final TrainListener next) {
        this.command = List.copyOf(command);
        this.next = next;
        this.layered = chip;
        this.chip = chip.chip();
        this.mapping = chip.layers();
        instructions = new InstructionCounts(this.chip, profile);
        links = new LinkLoad(this.chip.fabric(), mapping.chip().mesh());
        activity = new CoreActivity[this.chip.cores().size()];
        Arrays.fill(activity, new CoreActivity(0, 0, 0, 0));
        for (int layer = 1; layer <= mapping.layers(); layer++) {
            before.add(chip.arrays().weights(layer));
        }
    }

    @Override
    public void begins(final String task, final int samples) {
        next.begins(task, samples);
        training = !task.equals(TEST);
        if (training) {
            cycles -= chip.cycle();
            addActivity(-1);
            instructions.open();
            links.open();
        } else if (trained) {
            packets.begin(chip.cycle());
            chip.fabric().monitor(packets);
        }
    }

    @Override
    public void sampleDone() {
        next.sampleDone();
        if (!training && trained && packets.samples() < WATCHED) {
            packets.sampleDone();
            if (packets.samples() == WATCHED) {
                chip.fabric().monitor(null);
            }
        }
    }

    @Override
    public void ends() {
        if (training) {
            cycles += chip.cycle();
            addActivity(1);
            instructions.close();
            links.close();
        } else if (trained) {
            chip.fabric().monitor(null);
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

    private void addActivity(final int sign) {
        for (int i = 0; i < activity.length; i++) {
            final CoreActivity sum = activity[i];
            final CoreActivity now = chip.cores().get(i).activity();
            activity[i] = new CoreActivity(
                    sum.busy() + sign * now.busy(),
                    sum.arrayStall() + sign * now.arrayStall(),
                    sum.sendStall() + sign * now.sendStall(),
                    sum.barrierWait() + sign * now.barrierWait());
        }
    }

    /** @return what {@value #FILE} holds, keys in the order in which they are written */
    public Map<String, Object> describe() {
        final Map<String, Object> data = new LinkedHashMap<>();
        data.put("format", "ranvier-report-data");
        data.put("version", VERSION);
        data.put("command", command);
        data.put("java", System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
        data.put("clock_hz", mapping.chip().clockHz());
        data.put("mesh", mesh(mapping.chip().mesh()));
        data.put("epochs", epochs);
        data.put("training_cycles", cycles);
        data.put("cores", cores());
        data.put("links", links.describe());
        data.put("instructions", instructions.describe());
        data.put("kinds", kinds(chip.kinds()));
        data.put("test_packets", packets.describe());
        data.put("weights", weights());
        return data;
    }

    private static List<String> kinds(final PacketKinds kinds) {
        final List<String> names = new ArrayList<>();
        for (int kind = 0; kind < kinds.count(); kind++) {
            names.add(kinds.name(kind));
        }
        return names;
    }

    private static Map<String, Object> mesh(final MeshSpec mesh) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("columns", mesh.columns());
        map.put("rows", mesh.rows());
        map.put("concentration", mesh.concentration());
        return map;
    }

    private List<Map<String, Object>> cores() {
        final List<Map<String, Object>> list = new ArrayList<>();
        for (int i = 0; i < mapping.placements().size(); i++) {
            final Placement placement = mapping.placements().get(i);
            final Core core = chip.cores().get(i);
            final Map<String, Object> map = new LinkedHashMap<>();
            map.put("node", placement.node());
            map.put("router", mapping.chip().mesh().router(placement.node()));
            map.put("role", role(placement));
            map.put("label", placement.layer() == 0 ? "IN" : "L" + placement.layer() + "." + placement.tile());
            map.put("neurons", placement.neurons());
            map.put("array_rows", placement.rows());
            map.put("bytes", mapping.bytes(placement));
            map.put("memory_bytes", mapping.chip().core().memoryBytes());
            map.put("busy", activity[i].busy());
            map.put("array_stall", activity[i].arrayStall());
            map.put("send_stall", activity[i].sendStall());
            map.put("barrier_wait", activity[i].barrierWait());
            map.put("memory_map", core.program().memoryMap().entries());
            list.add(map);
        }
        return list;
    }

    private String role(final Placement placement) {
        final int tiles = mapping.layer(placement.layer()).size();
        return LayerMapping.roleName(placement.layer(), placement.tile(), tiles);
    }

    private List<Map<String, Object>> weights() {
        final List<Map<String, Object>> list = new ArrayList<>();
        for (int layer = 1; layer <= mapping.layers(); layer++) {
            list.add(new WeightSnapshot(before.get(layer - 1), layered.arrays().weights(layer)).describe(layer));
        }
        return list;
    }
}
