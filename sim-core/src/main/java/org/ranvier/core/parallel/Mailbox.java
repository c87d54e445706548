package org.ranvier.core.parallel;

import java.util.Arrays;

/**
 * What one partition sends to another, in words. Written during a window by the sender, read and emptied between windows for the
 * receiver: the meeting of the partitions publishes what was written, so no atomic operation is needed.
 */
public final class Mailbox {
    private long[] words = new long[512];
    private int size;

    /** Creates an empty mailbox. */
    public Mailbox() {}

    /**
     * Makes room for a message.
     *
     * @param length its words
     * @return the place of its first word in {@link #words}
     */
    public int append(final int length) {
        final int at = size;
        size = at + length;
        if (size > words.length) {
            words = Arrays.copyOf(words, 2 * size);
        }
        return at;
    }

    /** @return the words; {@link #size} of them are messages */
    public long[] words() {
        return words;
    }

    /** @return how many words there are */
    public int size() {
        return size;
    }

    /** Everything has been read. */
    public void clear() {
        size = 0;
    }
}
