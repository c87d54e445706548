package org.ranvier.core.cpu;

import org.ranvier.core.hook.Listening;

/** Where a core's {@link ExecutionMonitor} is told what happens, when there is one; see there for the calls. */
final class ExecutionTap {
    private final Core core;
    private ExecutionMonitor monitor;

    ExecutionTap(final Core core) {
        this.core = core;
    }

    /** Listens; null switches it off. */
    void monitor(final ExecutionMonitor listener) {
        if (listener != null) {
            Listening.begin();
        }
        monitor = listener;
    }

    void received(final long packet, final long cycle) {
        if (monitor != null) {
            monitor.received(core, packet, cycle);
        }
    }

    void serving(final long packet, final long cycle) {
        if (monitor != null) {
            monitor.serving(core, packet, cycle);
        }
    }

    void served(final long packet, final long cycle, final int cycles) {
        if (monitor != null) {
            monitor.served(core, packet, cycle, cycles);
        }
    }

    void queued(final long packet, final long turn) {
        if (monitor != null) {
            monitor.queued(core, packet, turn);
        }
    }

    void dropped(final long packet, final long turn) {
        if (monitor != null) {
            monitor.dropped(core, packet, turn);
        }
    }

    void dispatched(final int address, final long packet, final long cycle, final int cycles) {
        if (monitor != null) {
            monitor.dispatched(core, address, packet, cycle, cycles);
        }
    }

    void issuing(final int address, final long cycle) {
        if (monitor != null) {
            monitor.issuing(core, address, cycle);
        }
    }

    void issued(final int address, final long cycle, final int cycles) {
        if (monitor != null) {
            monitor.issued(core, address, cycle, cycles);
        }
    }

    void sent(final int address, final int packets, final long cycle, final int cycles) {
        if (monitor != null) {
            monitor.sent(core, address, packets, cycle, cycles);
        }
    }

    void waited(final ExecutionMonitor.Wait cause, final long from, final long to) {
        if (monitor != null) {
            monitor.waited(core, cause, from, to);
        }
    }
}
