package org.ranvier.core.cpu;

/** A bounded FIFO of packets. */
final class PacketRing {
    private final long[] packets;
    private int head;
    private int size;

    PacketRing(final int capacity) {
        packets = new long[capacity];
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isFull() {
        return size == packets.length;
    }

    int size() {
        return size;
    }

    void add(final long packet) {
        assert !isFull();
        int tail = head + size;
        if (tail >= packets.length) {
            tail -= packets.length;
        }
        packets[tail] = packet;
        size++;
    }

    long peek() {
        return packets[head];
    }

    long remove() {
        final long packet = packets[head];
        head = head + 1 == packets.length ? 0 : head + 1;
        size--;
        return packet;
    }
}
