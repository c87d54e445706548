package org.ranvier.router.cycle;

import java.util.Arrays;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.router.PacketNumber;

/** The packets that are queued or travelling, in flat arrays with a free list; it grows, and never shrinks. */
final class PacketPool {
    private static final int NONE = -1;

    long[] word = new long[64];
    long[] id = new long[64];
    long[] visible = new long[64];
    long[] injected = new long[64];
    int[] route = new int[64];
    int[] flits = new int[64];

    /** Copies of the packet that exist in queues, buffers and links. */
    private int[] references = new int[64];

    private int free = NONE;
    private int used;
    private int live;

    /** Deliveries that are still to come: of a part of a network, those of its packets less those made in it. */
    long outstanding;

    /** Per node: the number of its next packet. */
    private final long[] nextId;

    PacketPool(final int nodes) {
        nextId = PacketNumber.firsts(nodes);
    }

    /** @return packets that are queued or travelling */
    int live() {
        return live;
    }

    /** Takes a place for a packet of a node that will be delivered {@code copies} times, and numbers it. */
    int add(
            final int node,
            final int packetRoute,
            final int copies,
            final long packetWord,
            final int size,
            final long visibleFrom) {
        final int place = allocate();
        word[place] = packetWord;
        id[place] = nextId[node]++;
        visible[place] = visibleFrom;
        route[place] = packetRoute;
        flits[place] = size;
        references[place] = 1;
        live++;
        outstanding += copies;
        return place;
    }

    /** Takes a place for a packet that comes from another part of the network. */
    int adopt(final long packetWord, final long number, final long injectedAt) {
        final int place = allocate();
        word[place] = packetWord;
        id[place] = number;
        injected[place] = injectedAt;
        references[place] = 1;
        live++;
        return place;
    }

    /** A router has put {@code extra} further copies on their way. */
    void copied(final int place, final int extra) {
        references[place] += extra;
    }

    /** A copy has been taken by its node or dropped. */
    void release(final int place) {
        if (--references[place] == 0) {
            route[place] = free;
            free = place;
            live--;
        }
    }

    private int allocate() {
        if (free != NONE) {
            final int place = free;
            free = route[place];
            return place;
        }
        if (used == word.length) {
            resize(2 * used);
        }
        return used++;
    }

    private void resize(final int size) {
        word = Arrays.copyOf(word, size);
        id = Arrays.copyOf(id, size);
        visible = Arrays.copyOf(visible, size);
        injected = Arrays.copyOf(injected, size);
        route = Arrays.copyOf(route, size);
        flits = Arrays.copyOf(flits, size);
        references = Arrays.copyOf(references, size);
    }

    void save(final StateWriter out) {
        out.section("packets")
                .putInt(word.length)
                .putInt(free)
                .putInt(used)
                .putInt(live)
                .putLong(outstanding);
        out.putLongs(nextId).putLongs(word).putLongs(id).putLongs(visible).putLongs(injected);
        out.putInts(route).putInts(flits).putInts(references);
    }

    void restore(final StateReader in) {
        resize(in.section("packets").getInt());
        free = in.getInt();
        used = in.getInt();
        live = in.getInt();
        outstanding = in.getLong();
        in.getLongs(nextId);
        in.getLongs(word);
        in.getLongs(id);
        in.getLongs(visible);
        in.getLongs(injected);
        in.getInts(route);
        in.getInts(flits);
        in.getInts(references);
    }
}
