package org.ranvier.testbench.data.event;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A file in SHD's layout. Sample {@code s} has {@code 3 s} events: the k-th is at k milliseconds on channel {@code 100 s + k}; its label is
 * {@code s % 3}.
 */
record TinyShd(
        int samples, int timeBytes, int unitBytes, boolean signed, ByteOrder order, int chunk, boolean filtered) {
    /** As PyTables writes it: half floats, unsigned shorts, chunks. */
    static final TinyShd USUAL = new TinyShd(7, 2, 2, false, ByteOrder.LITTLE_ENDIAN, 4, false);

    byte[] bytes() {
        final HdfBytes file = new HdfBytes();
        final byte[][] times = new byte[samples][];
        final byte[][] units = new byte[samples][];
        final ByteBuffer labels = ByteBuffer.allocate(2 * samples).order(order);
        for (int s = 0; s < samples; s++) {
            times[s] = times(3 * s);
            units[s] = units(s);
            labels.putShort((short) (s % 3));
        }
        final byte[] realType = HdfBytes.real(timeBytes, order);
        final byte[] unitType = HdfBytes.integer(unitBytes, signed, order);
        final Map<String, Long> spikes = Map.of(
                "times", column(file, HdfBytes.listOf(realType), file.references(times, timeBytes)),
                "units", column(file, HdfBytes.listOf(unitType), file.references(units, unitBytes)));
        final long keys = file.contiguous(HdfBytes.text(4), 3, "ONE\0TWO\0SIX\0".getBytes(StandardCharsets.US_ASCII));
        return file.finish(Map.of(
                "spikes", file.group(spikes),
                "labels", column(file, HdfBytes.integer(2, false, order), labels.array()),
                "extra", file.group(Map.of("keys", keys))));
    }

    private long column(final HdfBytes file, final byte[] type, final byte[] elements) {
        return chunk == 0
                ? file.contiguous(type, samples, elements)
                : file.chunked(type, samples, elements, chunk, filtered);
    }

    private byte[] times(final int events) {
        final ByteBuffer times = ByteBuffer.allocate(events * timeBytes).order(order);
        for (int k = 0; k < events; k++) {
            final double seconds = k / 1000.0;
            switch (timeBytes) {
                case 2 -> times.putShort(half(seconds));
                case 4 -> times.putFloat((float) seconds);
                default -> times.putDouble(seconds);
            }
        }
        return times.array();
    }

    private byte[] units(final int sample) {
        final ByteBuffer units = ByteBuffer.allocate(3 * sample * unitBytes).order(order);
        for (int k = 0; k < 3 * sample; k++) {
            final int unit = unit(sample, k);
            switch (unitBytes) {
                case 1 -> units.put((byte) unit);
                case 2 -> units.putShort((short) unit);
                case 4 -> units.putInt(unit);
                default -> units.putLong(unit);
            }
        }
        return units.array();
    }

    /** Channels that fit into the width: bytes hold no more than 127 or 255. */
    int unit(final int sample, final int event) {
        return unitBytes == 1 ? 10 * sample + event : 100 * sample + event;
    }

    /** Rounds a positive number below 1 to half precision, as the nearest multiple of the last place. */
    static short half(final double value) {
        if (value == 0) {
            return 0;
        }
        final int exponent = Math.max(-14, Math.getExponent(value));
        final long mantissa = Math.round(Math.scalb(value, 10 - exponent));
        return (short) (exponent == -14 && mantissa < 1024 ? mantissa : (exponent + 14 << 10) + mantissa);
    }
}
