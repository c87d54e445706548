package org.ranvier.testbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreEvents;
import org.ranvier.core.cpu.Executed;
import org.ranvier.core.energy.EventKind;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.Price;

/**
 * What instructions took while it was open, by mnemonic and phase, over all cores.
 *
 * <p>Energy is that of decoding, lanes, memory words and draws; synapse arrays, packets and static power are not in it.
 */
final class InstructionCounts implements Stateful {
    private static final double PICO = 1e-12;

    private final Chip chip;
    private final EnergyProfile profile;
    private final EventKind[] kinds = CoreEvents.kinds();
    private final Map<String, long[]> sums = new TreeMap<>();

    InstructionCounts(final Chip chip, final EnergyProfile profile) {
        this.chip = chip;
        this.profile = profile;
    }

    void open() {
        add(-1);
    }

    void close() {
        add(1);
    }

    /** Per mnemonic and phase: executions, cycles, then the events of the ledger. */
    private void add(final int sign) {
        for (final Core core : chip.cores()) {
            for (final Executed executed : core.executed()) {
                final String key =
                        executed.op().mnemonic() + " " + executed.phase().label();
                final long[] sum = sums.computeIfAbsent(key, unused -> new long[2 + kinds.length]);
                sum[0] += sign * executed.count();
                sum[1] += sign * executed.cycles();
                for (int i = 0; i < kinds.length; i++) {
                    sum[2 + i] += sign * executed.events()[i];
                }
            }
        }
    }

    /** @return a map a row, by mnemonic, then phase; rows of what was never executed are left out */
    List<Map<String, Object>> describe() {
        final List<Map<String, Object>> rows = new ArrayList<>();
        sums.forEach((key, sum) -> {
            if (sum[0] > 0) {
                final String[] parts = key.split(" ");
                final Map<String, Object> row = new LinkedHashMap<>();
                row.put("op", parts[0]);
                row.put("phase", parts[1]);
                row.put("count", sum[0]);
                row.put("cycles", sum[1]);
                row.put("energy_j", joules(sum));
                rows.add(row);
            }
        });
        return rows;
    }

    @Override
    public void save(final StateWriter out) {
        // So that every instruction of the chip has its sum, in the order of their names.
        add(0);
        sums.values().forEach(out::putLongs);
    }

    @Override
    public void restore(final StateReader in) {
        add(0);
        sums.values().forEach(in::getLongs);
    }

    private double joules(final long[] sum) {
        double joules = 0;
        for (int i = 0; i < kinds.length; i++) {
            joules += sum[2 + i]
                    * PICO
                    * profile.price(kinds[i].name()).map(Price::picojoules).orElse(0.0);
        }
        return joules;
    }
}
