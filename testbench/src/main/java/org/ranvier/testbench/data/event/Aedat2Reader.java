package org.ranvier.testbench.data.event;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.text.Printable;

/**
 * AEDAT 2.0 with addresses of a DVS128, as jAER writes them: lines of text that begin with {@code #}, which may be missing, then big-endian
 * pairs of an address and a time of 32 bits each.
 *
 * <p>Of an address, bit 0 is the polarity, bits 1 to 7 the column and bits 8 to 14 the row; bit 15 marks an event from outside the pixels.
 * As jAER has it, a cleared bit 0 is ON, and columns and rows count from the right and from the bottom.
 */
final class Aedat2Reader implements RecordingReader {
    private static final int LAST = 127;
    private static final int EXTERNAL = 1 << 15;

    Aedat2Reader() {}

    @Override
    public void read(final ByteInput in, final EventSample sample) {
        passHeader(in);
        long first = -1;
        while (!in.atEnd()) {
            final int address = in.be32();
            final long time = in.be32() & 0xffff_ffffL;
            first = first < 0 ? time : first;
            if ((address & EXTERNAL) == 0) {
                // Bits above the address, which a DVS128 never sets, make the row one that does not exist.
                sample.add(time - first, LAST - (address >>> 1 & LAST), LAST - (address >>> 8), 1 - (address & 1));
            }
        }
    }

    private static void passHeader(final ByteInput in) {
        boolean first = true;
        while (!in.atEnd() && in.peek() == '#') {
            final String line = in.line();
            if (first && line.startsWith("#!AER-DAT") && !line.startsWith("#!AER-DAT2.")) {
                throw new ConfigurationException(
                        in.origin() + ": is " + Printable.of(line.substring(2)) + ", expected AER-DAT2.0");
            }
            first = false;
        }
    }
}
