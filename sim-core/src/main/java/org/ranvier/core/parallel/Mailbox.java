package org.ranvier.core.parallel;

import java.util.Arrays;

/**
 * What one partition sends to another, in words: written during a window by the sender, read by the receiver in the next.
 *
 * <p>Two buffers change places between windows, so sender and receiver never touch the same one, and neither needs an atomic
 * operation: the meeting of the partitions publishes what was written.
 */
public final class Mailbox {
    private long[] outgoing = new long[512];
    private long[] incoming = new long[512];
    private int written;
    private int received;

    /** When the first message in {@link #outgoing} is due. */
    private long earliest = Long.MAX_VALUE;

    /** Creates an empty mailbox. */
    public Mailbox() {}

    /**
     * Makes room for a message.
     *
     * @param due the cycle in which it is due
     * @param length its words
     * @return the place of its first word in {@link #outgoing}
     */
    public int append(final long due, final int length) {
        final int at = written;
        written = at + length;
        if (written > outgoing.length) {
            outgoing = Arrays.copyOf(outgoing, 2 * written);
        }
        earliest = Math.min(earliest, due);
        return at;
    }

    /** @return where the sender writes */
    public long[] outgoing() {
        return outgoing;
    }

    /** @return what the receiver reads; {@link #received} words of it are messages */
    public long[] incoming() {
        return incoming;
    }

    /** @return words that have not been read */
    public int received() {
        return received;
    }

    /** The receiver has read everything. */
    public void clear() {
        received = 0;
    }

    /**
     * Hands over what was written; everything handed over before must have been read.
     *
     * @return the cycle in which the first message is due, or {@link Long#MAX_VALUE}
     */
    public long exchange() {
        assert received == 0 : "what was handed over before has not been read";
        if (written == 0) {
            return Long.MAX_VALUE;
        }
        final long[] read = incoming;
        incoming = outgoing;
        outgoing = read;
        received = written;
        written = 0;
        final long due = earliest;
        earliest = Long.MAX_VALUE;
        return due;
    }
}
