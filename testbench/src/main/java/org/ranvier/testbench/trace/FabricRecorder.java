package org.ranvier.testbench.trace;

import java.util.Arrays;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.router.PacketNumber;

/** Records packets and, where a format asks for them and the fabric has them, flits, as far as they lie in the window. */
final class FabricRecorder implements FabricMonitor {
    private static final int UNKNOWN = -1;
    private static final int PORT_BITS = 3;

    private final TraceRing ring;
    private final TracedChip chip;
    private final Fabric fabric;
    private final boolean seesFlits;
    private final long from;
    private final long to;

    /** Per route: whether its source or a receiver is shown, or {@link #UNKNOWN}. */
    private byte[] routes = new byte[0];

    /** Packets in injection queues and flits in buffers before the window. */
    private final int[] queuesBefore;

    private final int[] buffersBefore;
    private boolean open;

    FabricRecorder(final TraceRing ring, final TracedChip chip, final boolean seesFlits) {
        this.ring = ring;
        this.chip = chip;
        this.seesFlits = seesFlits && chip.exact();
        fabric = chip.fabric();
        from = chip.window().from();
        to = chip.window().to();
        queuesBefore = new int[chip.mesh().nodes()];
        buffersBefore = new int[chip.mesh().routers() << PORT_BITS];
        open = from == 0;
    }

    @Override
    public boolean seesFlits() {
        return seesFlits;
    }

    @Override
    public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
        if (cycle < from && seesFlits && chip.showsNode(source)) {
            before(queuesBefore, source, TraceRecord.OUT_QUEUE, 1);
        } else if (inWindow(cycle) && shows(route, source)) {
            ring.put(cycle, TraceRecord.head(TraceRecord.PACKET, source, route), id, packet);
        }
    }

    @Override
    public void injected(final long id, final int source, final boolean last, final long cycle) {
        if (!chip.showsNode(source)) {
            return;
        }
        if (cycle < from && last) {
            before(queuesBefore, source, TraceRecord.OUT_QUEUE, -1);
        } else if (inWindow(cycle)) {
            ring.put(cycle, TraceRecord.head(TraceRecord.INJECT, source, last ? 1 : 0), id, 0);
        }
    }

    @Override
    public void buffered(final int router, final int port, final int change, final long cycle) {
        if (!chip.showsRouter(router)) {
            return;
        }
        final int unit = router << PORT_BITS | port;
        if (cycle < from) {
            before(buffersBefore, unit, TraceRecord.BUFFER, change);
        } else if (inWindow(cycle)) {
            ring.put(cycle, TraceRecord.head(TraceRecord.BUFFER, unit, change), 0, 0);
        }
    }

    @Override
    public void passed(final long id, final int router, final int port, final long cycle) {
        if (inWindow(cycle) && chip.showsRouter(router)) {
            ring.put(cycle, TraceRecord.head(TraceRecord.LINK, router << PORT_BITS | port, 0), id, 0);
        }
    }

    @Override
    public void delivered(
            final long id, final int destination, final long injected, final long arrived, final int hops) {
        if (inWindow(arrived) && (chip.showsNode(destination) || chip.showsNode(PacketNumber.source(id)))) {
            ring.put(arrived, TraceRecord.head(TraceRecord.DELIVER, destination, 0), id, injected);
        }
    }

    private boolean shows(final int route, final int source) {
        if (chip.showsNode(source)) {
            return true;
        }
        if (route >= routes.length) {
            final int known = routes.length;
            routes = Arrays.copyOf(routes, 2 * route + 1);
            Arrays.fill(routes, known, routes.length, (byte) UNKNOWN);
        }
        if (routes[route] == UNKNOWN) {
            final boolean shown = Arrays.stream(fabric.destinations(route)).anyMatch(chip::showsNode);
            routes[route] = (byte) (shown ? 1 : 0);
        }
        return routes[route] == 1;
    }

    /** Whether a cycle is recorded; the first that is not before the window opens it. */
    private boolean inWindow(final long cycle) {
        if (cycle < from) {
            return false;
        }
        open();
        return cycle < to;
    }

    /** Tells what stood somewhere when the window began, were it for all of the window. */
    private void open() {
        if (!open) {
            open = true;
            tellBefore(queuesBefore, TraceRecord.OUT_QUEUE);
            tellBefore(buffersBefore, TraceRecord.BUFFER);
        }
    }

    /** Nothing happens any more. */
    void finish() {
        open();
    }

    private void before(final int[] counts, final int unit, final int kind, final int change) {
        if (open) {
            ring.put(from, TraceRecord.head(kind, unit, change), 0, 0);
        } else {
            counts[unit] += change;
        }
    }

    private void tellBefore(final int[] counts, final int kind) {
        for (int unit = 0; unit < counts.length; unit++) {
            if (counts[unit] != 0) {
                ring.put(from, TraceRecord.head(kind, unit, counts[unit]), 0, 0);
            }
        }
    }
}
