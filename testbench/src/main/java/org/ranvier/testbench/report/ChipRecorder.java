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
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.testbench.energy.EnergyProfile;

/** What cores, links and instructions of a chip did while it was open; open and close it between samples, as often as needed. */
final class ChipRecorder implements Stateful {
    private final Chip chip;
    private final ChipSpec spec;
    private final List<CorePlace> places;
    private final InstructionCounts instructions;
    private final LinkLoad links;
    private final CoreActivity[] activity;
    private long cycles;

    /**
     * @param chip the chip
     * @param spec what it was built from
     * @param places what its cores are for, in the order of the chip
     * @param profile what its events cost
     */
    ChipRecorder(final Chip chip, final ChipSpec spec, final List<CorePlace> places, final EnergyProfile profile) {
        this.chip = chip;
        this.spec = spec;
        this.places = List.copyOf(places);
        instructions = new InstructionCounts(chip, profile);
        links = new LinkLoad(chip.fabric(), spec.mesh());
        activity = new CoreActivity[chip.cores().size()];
        Arrays.fill(activity, new CoreActivity(0, 0, 0, 0));
    }

    void open() {
        cycles -= chip.cycle();
        addActivity(-1);
        instructions.open();
        links.open();
    }

    void close() {
        cycles += chip.cycle();
        addActivity(1);
        instructions.close();
        links.close();
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

    @Override
    public void save(final StateWriter out) {
        out.section("recorder").putLong(cycles);
        for (final CoreActivity core : activity) {
            out.putLong(core.busy())
                    .putLong(core.arrayStall())
                    .putLong(core.sendStall())
                    .putLong(core.barrierWait());
        }
        instructions.save(out);
        links.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        cycles = in.section("recorder").getLong();
        for (int core = 0; core < activity.length; core++) {
            activity[core] = new CoreActivity(in.getLong(), in.getLong(), in.getLong(), in.getLong());
        }
        instructions.restore(in);
        links.restore(in);
    }

    /** Adds what it saw to the data of a page. */
    void describe(final Map<String, Object> data) {
        data.put("clock_hz", spec.clockHz());
        data.put("mesh", mesh(spec.mesh()));
        data.put("cycles", cycles);
        data.put("cores", cores());
        data.put("links", links.describe());
        data.put("instructions", instructions.describe());
        data.put("kinds", kinds(chip.kinds()));
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
        for (int i = 0; i < places.size(); i++) {
            final CorePlace place = places.get(i);
            final Core core = chip.cores().get(i);
            final Map<String, Object> map = new LinkedHashMap<>();
            map.put("node", core.node());
            map.put("router", spec.mesh().router(core.node()));
            map.put("role", place.role());
            map.put("label", place.label());
            map.put("neurons", place.neurons());
            map.put("array_rows", place.rows());
            map.put("bytes", place.bytes());
            map.put("memory_bytes", spec.core().memoryBytes());
            map.put("busy", activity[i].busy());
            map.put("array_stall", activity[i].arrayStall());
            map.put("send_stall", activity[i].sendStall());
            map.put("barrier_wait", activity[i].barrierWait());
            map.put("memory_map", core.program().memoryMap().entries());
            list.add(map);
        }
        return list;
    }
}
