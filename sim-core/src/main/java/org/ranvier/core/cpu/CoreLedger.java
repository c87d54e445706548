package org.ranvier.core.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.isa.Op;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * What a core has done: executions per program address and packets, from which its ledger rows follow.
 *
 * <p>The energy of an instruction depends on its operands' shapes alone, so the hot path counts executions (with rows of lists:
 * by their length) and the ledger multiplies when it is read.
 */
final class CoreLedger implements Stateful {
    /** Executions by {@link Step#counter}. */
    final long[] executed;

    /** Packets pushed to the fabric, popped from the in-queue, handlers dispatched by the sequencer. */
    long pushed;

    long popped;
    long dispatched;

    /** Packets of closed samples, dropped. */
    long stale;

    private final Step[] steps;
    private final Map<EnergyPhase, LedgerRow> rows = new EnumMap<>(EnergyPhase.class);

    CoreLedger(final Step[] steps, final int counters, final Ledger ledger, final String path) {
        this.steps = steps;
        this.executed = new long[counters];
        for (final EnergyPhase phase : EnergyPhase.values()) {
            if (phase != EnergyPhase.IDLE) {
                rows.put(phase, ledger.open(path, phase, CoreEvents.kinds()));
            }
        }
        ledger.contributor(unused -> contribute());
    }

    private void contribute() {
        rows.values().forEach(row -> Arrays.fill(row.counts(), 0));
        for (final Step step : steps) {
            final long[] counts = rows.get(step.phase).counts();
            for (int i = 0; i < step.costs.length; i++) {
                add(step.costs[i], executed[step.firstCounter() + i], counts);
            }
        }
        final long[] communication = rows.get(EnergyPhase.COMMUNICATION).counts();
        communication[CoreEvents.PUSH] += pushed + popped;
        communication[CoreEvents.POP] += pushed + popped;
        communication[CoreEvents.STALE] += stale;
        rows.get(EnergyPhase.CONTROL).counts()[CoreEvents.DISPATCH] += dispatched;
    }

    /** @return executions of a step */
    long executions(final Step step) {
        long sum = 0;
        for (int i = 0; i < step.costs.length; i++) {
            sum += executed[step.firstCounter() + i];
        }
        return sum;
    }

    /** @return what the instructions have taken, one by one */
    List<Executed> executed() {
        final List<Executed> all = new ArrayList<>();
        for (final Step step : steps) {
            final long[] events = new long[CoreEvents.kinds().length];
            long cycles = 0;
            for (int i = 0; i < step.costs.length; i++) {
                final long times = executed[step.firstCounter() + i];
                add(step.costs[i], times, events);
                cycles += times * step.costs[i].cycles();
            }
            all.add(new Executed(step.op, step.phase, executions(step), cycles, events));
        }
        return all;
    }

    /** @return elements that scatter-adds have added */
    long scatterAdds() {
        long sum = 0;
        for (final Step step : steps) {
            for (int i = 0; (step.op == Op.V_SCADD || step.op == Op.V_SCMAC) && i < step.costs.length; i++) {
                sum += step.elements(i) * executed[step.firstCounter() + i];
            }
        }
        return sum;
    }

    private static void add(final InstructionCost cost, final long times, final long[] counts) {
        counts[CoreEvents.INSTRUCTION] += times;
        counts[CoreEvents.SCALAR_OP] += times * cost.scalarOps();
        counts[CoreEvents.LANE_OP] += times * cost.laneOps();
        counts[CoreEvents.MULTIPLY] += times * cost.multiplyOps();
        counts[CoreEvents.READ_WORD] += times * (1 + cost.readWords());
        counts[CoreEvents.WRITE_WORD] += times * cost.writeWords();
        counts[CoreEvents.DRAW] += times * cost.draws();
    }

    @Override
    public void save(final StateWriter out) {
        out.putLongs(executed)
                .putLong(pushed)
                .putLong(popped)
                .putLong(dispatched)
                .putLong(stale);
    }

    @Override
    public void restore(final StateReader in) {
        in.getLongs(executed);
        pushed = in.getLong();
        popped = in.getLong();
        dispatched = in.getLong();
        stale = in.getLong();
    }
}
