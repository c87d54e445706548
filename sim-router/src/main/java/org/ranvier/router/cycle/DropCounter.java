package org.ranvier.router.cycle;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/** Counts what is dropped, frees it and tells the listener. */
final class DropCounter {
    private final PacketPool packets;
    private DropListener listener;
    private long branches;
    private long copies;

    DropCounter(final PacketPool packets) {
        this.packets = packets;
    }

    void listener(final DropListener dropListener) {
        listener = dropListener;
    }

    long branches() {
        return branches;
    }

    long copies() {
        return copies;
    }

    void drop(final long flit, final int lostCopies, final int router, final long cycle) {
        final int place = Flit.packet(flit);
        final long word = packets.word[place];
        branches++;
        copies += lostCopies;
        packets.outstanding -= lostCopies;
        packets.release(place);
        if (listener != null) {
            listener.dropped(word, lostCopies, router, cycle);
        }
    }

    void save(final StateWriter out) {
        out.section("drops").putLong(branches).putLong(copies);
    }

    void restore(final StateReader in) {
        branches = in.section("drops").getLong();
        copies = in.getLong();
    }
}
