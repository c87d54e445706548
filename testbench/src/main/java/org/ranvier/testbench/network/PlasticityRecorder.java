package org.ranvier.testbench.network;

import java.util.concurrent.atomic.LongAdder;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.memory.Region;
import org.ranvier.core.memory.RegionSpec;

/** Counts visits of plastic synapses, and sums the traces at the end of a step, before they decay for the next. */
final class PlasticityRecorder {
    private static final int POST_REGISTER = 2;
    private static final int TRACE_SHIFT = 3;

    private final LongAdder visits = new LongAdder();
    private final LongAdder nonzero = new LongAdder();
    private final long[] traces;

    PlasticityRecorder(final int cores) {
        traces = new long[cores];
    }

    /** The traces of the targets of the packet in hand stand at the beginning of a region. */
    void depress(final Core core, final Region region) {
        count(core.region("wp").spec(), core.register(Registers.KEY), region.cells()[0]);
    }

    /** The traces of the sources of the neuron that fired stand at the beginning of a region. */
    void potentiate(final Core core, final Region region) {
        count(core.region("rix").spec(), core.register(POST_REGISTER), region.cells()[0]);
    }

    /** A fault may have named a row that is none, and so no synapse. */
    private void count(final RegionSpec list, final int row, final int[] traceOf) {
        if (row < 0 || row >= list.rows()) {
            return;
        }
        final int length = list.length(row);
        int changes = 0;
        for (int i = 0; i < length; i++) {
            changes += traceOf[i] >> TRACE_SHIFT == 0 ? 0 : 1;
        }
        visits.add(length);
        nonzero.add(changes);
    }

    void traces(final int core, final int[] values) {
        long sum = 0;
        for (final int value : values) {
            sum += value;
        }
        traces[core] = sum;
    }

    long visits() {
        return visits.sum();
    }

    long nonzeroUpdates() {
        return nonzero.sum();
    }

    long sumOfTraces() {
        long sum = 0;
        for (final long part : traces) {
            sum += part;
        }
        return sum;
    }
}
