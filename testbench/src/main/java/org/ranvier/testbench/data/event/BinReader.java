package org.ranvier.testbench.data.event;

/**
 * N-MNIST's and N-Caltech101's files (Orchard et al. 2015): 40 bits an event without a header, x, y, then polarity in the topmost of 24
 * bits of microseconds, big-endian.
 *
 * <p>N-Caltech101 marks an overflow of its times by an event with y = 240, which adds 2^13 microseconds to all that follow.
 */
final class BinReader implements RecordingReader {
    private static final int OVERFLOW_ROW = 240;
    private static final long OVERFLOW_TIME = 1L << 13;

    private final boolean overflows;

    /**
     * @param overflows whether events in row 240 are marks of an overflow
     */
    BinReader(final boolean overflows) {
        this.overflows = overflows;
    }

    @Override
    public void read(final ByteInput in, final EventSample sample) {
        long past = 0;
        while (!in.atEnd()) {
            final int x = in.u8();
            final int y = in.u8();
            final int high = in.u8();
            final long time = (high & 0x7fL) << 16 | (long) in.u8() << 8 | in.u8();
            if (overflows && y == OVERFLOW_ROW) {
                past += OVERFLOW_TIME;
            } else {
                sample.add(past + time, x, y, high >> 7);
            }
        }
    }
}
