package org.ranvier.testbench.data.event;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds small recordings from events given as rows of time, x, y and polarity. */
final class Recordings {
    private static final String HEADER_3 = "#!AER-DAT3.1\r\n#Format: RAW\r\n#Source 1: DVS128\r\n"
            + "#Start-Time: 2016-01-01 00:00:00 (TZ+0000)\r\n#!END-HEADER\r\n";

    private Recordings() {}

    static byte[] bin(final long[]... events) {
        final ByteBuffer out = ByteBuffer.allocate(5 * events.length);
        for (final long[] e : events) {
            out.put((byte) e[1])
                    .put((byte) e[2])
                    .put((byte) (e[3] << 7 | e[0] >> 16))
                    .putShort((short) e[0]);
        }
        return out.array();
    }

    static byte[] aedat2(final long[]... events) {
        final byte[] header = "#!AER-DAT2.0\r\n# a comment\r\n".getBytes(StandardCharsets.US_ASCII);
        final ByteBuffer out =
                ByteBuffer.allocate(header.length + 8 * events.length).put(header);
        for (final long[] e : events) {
            out.putInt((int) (127 - e[2] << 8 | 127 - e[1] << 1 | 1 - e[3])).putInt((int) e[0]);
        }
        return out.array();
    }

    /** A header, a special event, the polarity events in packets of two, each followed by a packet of a type that does not exist. */
    static byte[] aedat3(final long[]... events) {
        final byte[] header = HEADER_3.getBytes(StandardCharsets.US_ASCII);
        final ByteBuffer out = ByteBuffer.allocate(header.length + 72 * events.length + 200)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        packet(out, 0, 8, 0, 1);
        out.putLong(0x23);
        for (int i = 0; i < events.length; i += 2) {
            final int count = Math.min(2, events.length - i);
            packet(out, 1, 8, (int) (events[i][0] >> 31), count);
            for (int k = i; k < i + count; k++) {
                final long[] e = events[k];
                out.putInt((int) (e[1] << 17 | e[2] << 2 | e[3] << 1 | 1)).putInt((int) (e[0] & 0x7fff_ffff));
            }
            packet(out, 99, 3, 0, 1);
            out.put(new byte[3]);
        }
        final byte[] file = new byte[out.position()];
        out.flip().get(file);
        return file;
    }

    private static void packet(
            final ByteBuffer out, final int type, final int size, final int overflow, final int events) {
        out.putShort((short) type).putShort((short) 1).putInt(size).putInt(4).putInt(overflow);
        out.putInt(events).putInt(events).putInt(events);
    }

    /** An array of doubles or floats, times in milliseconds. */
    static byte[] npy(final boolean doubles, final long[]... events) {
        final String header = String.format(
                "{'descr': '%s', 'fortran_order': False, 'shape': (%d, 4), }", doubles ? "<f8" : "<f4", events.length);
        final ByteBuffer out = ByteBuffer.allocate(128 + 4 * events.length * (doubles ? 8 : 4))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) 118)
                .put(header.getBytes(StandardCharsets.US_ASCII));
        out.put(" ".repeat(127 - out.position()).getBytes(StandardCharsets.US_ASCII))
                .put((byte) '\n');
        for (final long[] e : events) {
            for (final double value : new double[] {e[1], e[2], e[3], e[0] / 1000.0}) {
                if (doubles) {
                    out.putDouble(value);
                } else {
                    out.putFloat((float) value);
                }
            }
        }
        return out.array();
    }
}
