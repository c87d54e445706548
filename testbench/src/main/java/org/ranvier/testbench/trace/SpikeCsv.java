package org.ranvier.testbench.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.agrona.collections.Int2ObjectHashMap;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.packet.Packet;

/**
 * A table of packets, one row each: the cycle from which the injector of its node sees it, source and destination nodes, kind, key and
 * payload. Several destinations are joined by {@code +}.
 */
final class SpikeCsv implements TraceSink {
    private final TraceFile file;
    private final Fabric fabric;
    private final byte[][] kinds;
    private final Int2ObjectHashMap<byte[]> destinations = new Int2ObjectHashMap<>();

    SpikeCsv(final TraceFile file, final TracedChip chip) {
        this.file = file;
        fabric = chip.fabric();
        final String[] names = chip.kindNames();
        kinds = new byte[names.length][];
        Arrays.setAll(kinds, kind -> names[kind].getBytes(StandardCharsets.UTF_8));
        file.text("cycle,source,destination,kind,key,payload\n");
    }

    @Override
    public void take(final long cycle, final long head, final long a, final long b) {
        if (TraceRecord.kind(head) != TraceRecord.PACKET) {
            return;
        }
        final byte[] to = destinations(TraceRecord.info(head));
        final byte[] kind = kinds[Packet.kind(b)];
        file.decimal(cycle).put(',').decimal(TraceRecord.unit(head)).put(',').bytes(to, 0, to.length);
        file.put(',').bytes(kind, 0, kind.length).put(',').decimal(Packet.key(b));
        file.put(',').decimal(Packet.payload(b)).put('\n');
    }

    private byte[] destinations(final int route) {
        byte[] text = destinations.get(route);
        if (text == null) {
            text = Arrays.stream(fabric.destinations(route))
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining("+"))
                    .getBytes(StandardCharsets.UTF_8);
            destinations.put(route, text);
        }
        return text;
    }

    @Override
    public void finish() {
        file.finish();
    }
}
