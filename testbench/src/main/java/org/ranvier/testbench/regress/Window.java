package org.ranvier.testbench.regress;

import java.nio.ByteBuffer;

/**
 * What a chip counted over a sample.
 *
 * @param begin the cycle in which it began
 * @param cycles how long it took
 * @param packets packets that cores sent
 * @param counters the ledger's counters, by how much they have grown
 */
record Window(long begin, long cycles, long packets, long[] counters) {
    private static final int FIELDS = 3;

    /** Adds another one. */
    Window plus(final Window other) {
        final long[] sum = counters.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.counters[i];
        }
        return new Window(begin, cycles + other.cycles, packets + other.packets, sum);
    }

    byte[] bytes() {
        final ByteBuffer bytes = ByteBuffer.allocate((FIELDS + counters.length) * Long.BYTES);
        bytes.putLong(begin).putLong(cycles).putLong(packets);
        for (final long counter : counters) {
            bytes.putLong(counter);
        }
        return bytes.array();
    }

    static Window of(final byte[] content) {
        final ByteBuffer bytes = ByteBuffer.wrap(content);
        final long begin = bytes.getLong();
        final long cycles = bytes.getLong();
        final long packets = bytes.getLong();
        final long[] counters = new long[content.length / Long.BYTES - FIELDS];
        bytes.asLongBuffer().get(counters);
        return new Window(begin, cycles, packets, counters);
    }
}
