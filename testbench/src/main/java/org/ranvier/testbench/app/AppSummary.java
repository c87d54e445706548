package org.ranvier.testbench.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.cpu.CoreActivity;
import org.ranvier.testbench.energy.EnergyReport;

/** The result of a run as the tree that becomes {@code summary.json}. */
public final class AppSummary {
    private AppSummary() {}

    /**
     * Builds the tree; figures that depend on the machine come last.
     *
     * @param result the run
     * @param energy what it cost
     * @param version the program's version
     * @param wallSeconds seconds that the run took
     * @return keys and values in the order of the file
     */
    public static Map<String, Object> of(
            final AppResult result, final EnergyReport energy, final String version, final double wallSeconds) {
        final AppSpec app = result.app();
        final Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", version);
        tree.put("app", app.name());
        tree.put("seed", app.seed());
        tree.put("mesh", app.chip().mesh().toString());
        tree.put("fabric", app.chip().fabric().label());
        tree.put("samples", app.samples());
        tree.put("ticks", app.ticks());
        tree.put("cycles", result.cycles());
        tree.put("cycles_per_sample", result.cyclesPerSample());
        tree.put("chip_seconds", result.chipSeconds());
        tree.put("packets", packets(result));
        tree.put("coincidences", result.coincidences());
        final List<Map<String, Object>> cores = new ArrayList<>();
        result.cores().forEach(core -> cores.add(core(core, app)));
        tree.put("cores", cores);
        tree.put("profile", energy.profile());
        tree.put("energy_j", energy(energy));
        tree.put("wall_seconds", wallSeconds);
        tree.put("samples_per_second", app.samples() / wallSeconds);
        return tree;
    }

    private static Map<String, Object> energy(final EnergyReport energy) {
        final Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("total", energy.joules());
        tree.put("by_component", energy.byComponent());
        tree.put("by_phase", energy.byPhase());
        tree.put("unpriced_events", energy.unpriced());
        tree.put("unpriced_parts", energy.unpricedParts());
        return tree;
    }

    private static Map<String, Object> packets(final AppResult result) {
        final Map<String, Object> packets = new LinkedHashMap<>();
        packets.put("host_sent", result.hostSent());
        packets.put("host_received", result.hostReceived());
        packets.put("cores_sent", result.coresSent());
        return packets;
    }

    private static Map<String, Object> core(final AppResult.CoreResult core, final AppSpec app) {
        final CoreActivity activity = core.activity();
        final Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", core.name());
        tree.put("node", core.node());
        tree.put("program", core.program());
        tree.put("memory_used", core.memoryUsed());
        tree.put("memory_bytes", app.chip().core().memoryBytes());
        tree.put("busy", activity.busy());
        tree.put("array_stall", activity.arrayStall());
        tree.put("send_stall", activity.sendStall());
        tree.put("barrier_wait", activity.barrierWait());
        tree.put("packets_sent", core.packetsSent());
        tree.put("coincidences", core.coincidences());
        return tree;
    }
}
