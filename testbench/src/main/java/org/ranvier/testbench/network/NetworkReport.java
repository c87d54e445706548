package org.ranvier.testbench.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.programs.networks.NetworkChip;
import org.ranvier.testbench.energy.ChipPart;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.EnergyReport;
import org.ranvier.testbench.energy.Operation;
import org.ranvier.testbench.energy.Vocabulary;

/** The JSON object of a run; {@code docs/design/networks.md} lists its keys. */
public final class NetworkReport {
    private NetworkReport() {}

    /**
     * Makes the object.
     *
     * @param chip the chip after the run
     * @param result what came of it
     * @param profile prices of operations or of hardware events
     * @param wallSeconds time of the run, set-up excluded, in s
     * @param cpuSeconds processor time of the thread that ran it, in s
     * @return keys and values in the order of the page
     */
    public static Map<String, Object> of(
            final NetworkChip chip,
            final NetworkResult result,
            final EnergyProfile profile,
            final double wallSeconds,
            final double cpuSeconds) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("network", chip.network().name());
        map.put("neurons", chip.network().neurons());
        map.put("synapses", chip.network().synapses());
        map.put("cores", chip.network().cores());
        map.put("mesh", chip.spec().mesh().toString());
        map.put("fabric", chip.spec().fabric().label());
        map.put("steps", result.steps());
        map.put("spikes", result.spikes());
        final long events = result.counts().count(Operation.SYNAPSE_EVENT);
        map.put("synaptic_events", events);
        map.put("spike_hash", hash(result.spikeHash()));
        map.put("sum_v", result.sumOfPotentials());
        if (result.plasticity() != null) {
            map.put("plasticity", plasticity(result.plasticity()));
        }
        map.put("messages", result.counts().count(Operation.MESSAGE_SEND));
        map.put("hops_east_west", result.counts().count(Operation.HOP_EAST_WEST));
        map.put("hops_north_south", result.counts().count(Operation.HOP_NORTH_SOUTH));
        energy(map, energy(chip, result, profile));
        map.put("cycles", result.cycles());
        map.put("chip_seconds", result.chipSeconds());
        map.put("wall_seconds", wallSeconds);
        map.put("cpu_seconds", cpuSeconds);
        // Threads that share the work are known by the time that passes.
        map.put("synaptic_events_per_second", events / (chip.spec().threads() == 1 ? cpuSeconds : wallSeconds));
        return map;
    }

    private static String hash(final long value) {
        final String digits = Long.toHexString(value);
        return "0".repeat(Long.BYTES * 2 - digits.length()) + digits;
    }

    private static Map<String, Object> plasticity(final NetworkResult.Plasticity learned) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("visits", learned.visits());
        map.put("nonzero_updates", learned.nonzeroUpdates());
        map.put("sum_wp", learned.sumOfWeights());
        map.put("wp_hash", hash(learned.weightHash()));
        map.put("sum_x", learned.sumOfTraces());
        return map;
    }

    private static EnergyReport energy(
            final NetworkChip chip, final NetworkResult result, final EnergyProfile profile) {
        return profile.vocabulary() == Vocabulary.OPERATIONS
                ? EnergyReport.of(result.counts(), profile, result.chipSeconds(), Map.of(ChipPart.CHIP, 1))
                : EnergyReport.of(
                        chip.chip().ledger(),
                        profile,
                        result.chipSeconds(),
                        chip.network().cores(),
                        chip.spec().mesh().routers());
    }

    private static void energy(final Map<String, Object> map, final EnergyReport energy) {
        final Map<String, Object> joules = new LinkedHashMap<>();
        joules.put("total", energy.joules());
        joules.putAll(energy.byComponent());
        final List<String> unpriced = new ArrayList<>(energy.unpriced().keySet());
        energy.unpricedParts().forEach(part -> unpriced.add("static power of the " + part));
        map.put("energy_profile", energy.profile());
        map.put("energy_j", joules);
        map.put("energy_unpriced", unpriced);
    }
}
