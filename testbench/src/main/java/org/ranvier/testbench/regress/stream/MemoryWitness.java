package org.ranvier.testbench.regress.stream;

import java.util.List;
import org.ranvier.testbench.regress.operand.OperandReader;
import org.ranvier.testbench.regress.operand.Operands;

/** Says what a core holds at the end of a sample, one event a region. */
public final class MemoryWitness {
    private final List<Operands> held;
    private final EventSink sink;
    private final Event event = new Event();
    private final int[] scratch;

    /**
     * Prepares to look at a core.
     *
     * @param held what it holds, each the one source of an entry
     * @param sink takes the events; the address is the place in the list
     */
    public MemoryWitness(final List<Operands> held, final EventSink sink) {
        this.held = held;
        this.sink = sink;
        scratch = new int
                [held.stream()
                        .mapToInt(entry -> entry.sources().get(0).capacity())
                        .max()
                        .orElse(0)];
    }

    /**
     * Looks.
     *
     * @param cycle the current cycle
     */
    public void end(final long cycle) {
        for (int i = 0; i < held.size(); i++) {
            final OperandReader reader = held.get(i).sources().get(0);
            final int n = reader.read(scratch);
            event.begin(EventKind.HELD, cycle).at(i);
            event.add(reader.location()).of(scratch, n);
            sink.accept(event, held.get(i));
        }
        sink.accept(event.begin(EventKind.END, cycle), null);
    }
}
