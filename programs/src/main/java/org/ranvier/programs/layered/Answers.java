package org.ranvier.programs.layered;

import java.util.Arrays;
import org.agrona.collections.LongArrayList;
import org.ranvier.core.packet.Packet;

/**
 * What a host makes of a chip's answers. It knows which there can be: one that a fault has spoilt counts for nothing, and one that is
 * missing leaves what it has.
 */
public final class Answers {
    /** The class of a sample without an answer. */
    public static final int NONE = -1;

    private Answers() {}

    /**
     * Reads a count per class.
     *
     * @param received packets whose key is a class and whose payload is its count
     * @param counts becomes the counts; 0 where no packet says one
     * @return the sum of the counts that were said
     */
    public static long counts(final LongArrayList received, final int[] counts) {
        Arrays.fill(counts, 0);
        long sum = 0;
        for (int i = 0; i < received.size(); i++) {
            final long packet = received.getLong(i);
            if (Packet.key(packet) < counts.length) {
                counts[Packet.key(packet)] = Packet.payload(packet);
                sum += Packet.payload(packet);
            }
        }
        return sum;
    }

    /**
     * Reads the class of a single answer.
     *
     * @param received the answer, whose key is the class
     * @return the class, or {@link #NONE}
     */
    public static int first(final LongArrayList received) {
        return received.isEmpty() ? NONE : Packet.key(received.getLong(0));
    }
}
