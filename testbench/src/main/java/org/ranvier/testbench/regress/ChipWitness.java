package org.ranvier.testbench.regress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleMonitor;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.fault.FaultPlan;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.regress.operand.OperandFinder;
import org.ranvier.testbench.regress.operand.Operands;
import org.ranvier.testbench.regress.stream.CoreWitness;
import org.ranvier.testbench.regress.stream.EventSink;
import org.ranvier.testbench.regress.stream.MemoryWitness;
import org.ranvier.testbench.regress.stream.StreamKind;

/** Watches a chip: gives its cores sinks for their events, and says what it counted in each sample. */
final class ChipWitness implements SampleMonitor {
    private final ChipDescription description;
    private final LedgerWindow ledger;
    private final List<CoreWitness> cores = new ArrayList<>();
    private final List<MemoryWitness> memories = new ArrayList<>();
    private final List<Watched> watched = new ArrayList<>();
    private Consumer<Window> windows = window -> {};
    private long begin;
    private long packets;

    /** A core with its instructions. */
    private record Watched(Core core, List<Operands> code, Map<Integer, Operands> inline, List<Operands> held) {}

    /** Makes the sinks of a core. */
    @FunctionalInterface
    interface Sinks {
        /**
         * Makes one.
         *
         * @param core the core's index
         * @param kind the stream
         * @return takes its events
         */
        EventSink sink(int core, StreamKind kind);
    }

    /**
     * Looks at a chip.
     *
     * @param chip the chip, with all its cores
     * @param spec what it was built from
     */
    ChipWitness(final Chip chip, final ChipSpec spec) {
        ledger = new LedgerWindow(chip.ledger());
        final List<CoreDescription> described = new ArrayList<>();
        for (int i = 0; i < chip.cores().size(); i++) {
            final Core core = chip.cores().get(i);
            final OperandFinder finder = new OperandFinder(core, chip.array(i), chip.kinds());
            final Watched one = new Watched(core, finder.code(), finder.inline(), finder.memory());
            watched.add(one);
            described.add(CoreDescription.of(core, chip.kinds(), one.code(), one.inline(), one.held()));
        }
        final String text = spec.withThreads(1).withFaults(FaultPlan.NONE).toString();
        description =
                new ChipDescription(text, SpecHash.of(text, described), kinds(chip.kinds()), described, ledger.names());
    }

    private static List<String> kinds(final PacketKinds kinds) {
        final List<String> names = new ArrayList<>();
        for (int kind = 0; kind < kinds.count(); kind++) {
            names.add(kinds.name(kind));
        }
        return names;
    }

    /** @return what the chip is */
    ChipDescription description() {
        return description;
    }

    /**
     * Begins to watch.
     *
     * @param chip the chip
     * @param sinks makes what takes the events
     * @param listener is told what each sample counted, after its events
     */
    void attach(final Chip chip, final Sinks sinks, final Consumer<Window> listener) {
        windows = listener;
        for (int i = 0; i < watched.size(); i++) {
            final Watched one = watched.get(i);
            final CoreWitness witness = new CoreWitness(
                    one.code(),
                    one.inline(),
                    sinks.sink(i, StreamKind.ARRIVALS),
                    sinks.sink(i, StreamKind.RECEIVER),
                    sinks.sink(i, StreamKind.SEQUENCER));
            one.core().execution(witness);
            cores.add(witness);
            memories.add(new MemoryWitness(one.held(), sinks.sink(i, StreamKind.MEMORY)));
        }
        chip.samples(this);
    }

    @Override
    public void begins(final int ticks, final long cycle) {
        begin = cycle;
    }

    @Override
    public void ends(final long cycle) {
        final long before = packets;
        packets = 0;
        for (int i = 0; i < cores.size(); i++) {
            cores.get(i).end(cycle);
            memories.get(i).end(cycle);
            packets += cores.get(i).packetsSent();
        }
        windows.accept(new Window(begin, cycle - begin, packets - before, ledger.next()));
    }
}
