package org.ranvier.testbench.trace;

import java.util.Arrays;
import org.ranvier.core.fabric.Fabric;

/**
 * Puts records into the order of cycles, and within a cycle into one that does not depend on who simulated what when.
 *
 * <p>A record may come late or early, but not by any amount. A core that is released from the barrier has told all that it did before; so
 * when every core has been released once more, all records before the release before that are there, those of the fabric included: the root of
 * the barrier has decided in between, and a fabric tells everything before that. They are then passed on in order. Without cores only the
 * injection queues are ahead of time, by no more than {@link Fabric#AHEAD}.
 *
 * <p>A core that is released twice shows that the others have been released in between, but for those that have died and wait no more.
 */
final class RecordSorter {
    private static final int NODES = 1 << 16;
    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int RUN = 8;

    private final TraceSink sink;
    private final int cores;
    private long[] words = new long[FIRST_CAPACITY * TraceRecord.WORDS];
    private long[] others = new long[words.length];
    private int count;
    private int[] order = new int[FIRST_CAPACITY];
    private int[] spare = new int[FIRST_CAPACITY];

    /** Cores that have been released since the last round, one bit per node. */
    private final long[] released = new long[NODES >> 6];

    private int releasedCores;

    /** The earliest release of this round and of the one before. */
    private long earliest = Long.MAX_VALUE;

    private long complete = Long.MIN_VALUE;
    private long passed;

    /**
     * @param sink gets the records
     * @param cores how many cores tell when they are released from the barrier; 0 when no core is recorded
     */
    RecordSorter(final TraceSink sink, final int cores) {
        this.sink = sink;
        this.cores = cores;
    }

    /** @return records passed on so far */
    long passed() {
        return passed;
    }

    void add(final long cycle, final long head, final long a, final long b) {
        if ((count + 1) * TraceRecord.WORDS > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
            others = new long[words.length];
        }
        final int at = count++ * TraceRecord.WORDS;
        words[at] = cycle;
        words[at + 1] = head;
        words[at + 2] = a;
        words[at + 3] = b;
        if (TraceRecord.kind(head) == TraceRecord.BARRIER) {
            release(TraceRecord.unit(head), cycle + b);
        } else if (cores == 0 && count == words.length / TraceRecord.WORDS) {
            pass(cycle - Fabric.AHEAD - 1);
        }
    }

    private void release(final int core, final long cycle) {
        if ((released[core >> 6] >>> core & 1) != 0) {
            endRound();
        }
        earliest = Math.min(earliest, cycle);
        released[core >> 6] |= 1L << core;
        releasedCores++;
        if (releasedCores == cores) {
            endRound();
        }
    }

    private void endRound() {
        pass(complete);
        complete = earliest;
        earliest = Long.MAX_VALUE;
        releasedCores = 0;
        Arrays.fill(released, 0);
    }

    /** Passes everything on that is left. */
    void finish() {
        pass(Long.MAX_VALUE);
        sink.finish();
    }

    /** Passes on, in order, the records before a cycle; all of them have come. */
    private void pass(final long end) {
        sort();
        int done = 0;
        while (done < count && words[order[done] * TraceRecord.WORDS] < end) {
            final int at = order[done++] * TraceRecord.WORDS;
            sink.take(words[at], words[at + 1], words[at + 2], words[at + 3]);
        }
        passed += done;
        keep(done);
    }

    /** Keeps the records from a place of the order on, in that order. */
    private void keep(final int from) {
        final long[] kept = others;
        for (int i = from; i < count; i++) {
            System.arraycopy(
                    words, order[i] * TraceRecord.WORDS, kept, (i - from) * TraceRecord.WORDS, TraceRecord.WORDS);
        }
        others = words;
        words = kept;
        count -= from;
    }

    /** A stable merge sort of places; records come nearly in order, so most merges find nothing to do. */
    private void sort() {
        if (order.length < count) {
            order = new int[words.length / TraceRecord.WORDS];
            spare = new int[order.length];
        }
        for (int i = 0; i < count; i++) {
            insert(i, i & -RUN);
        }
        for (int width = RUN; width < count; width *= 2) {
            for (int left = 0; left + width < count; left += 2 * width) {
                merge(left, left + width, Math.min(left + 2 * width, count));
            }
        }
    }

    private void insert(final int record, final int first) {
        int place = record;
        while (place > first && precedes(record, order[place - 1])) {
            order[place] = order[place - 1];
            place--;
        }
        order[place] = record;
    }

    private void merge(final int left, final int middle, final int end) {
        if (!precedes(order[middle], order[middle - 1])) {
            return;
        }
        System.arraycopy(order, left, spare, left, middle - left);
        int a = left;
        int b = middle;
        for (int to = left; a < middle; to++) {
            order[to] = b < end && precedes(order[b], spare[a]) ? order[b++] : spare[a++];
        }
    }

    private boolean precedes(final int record, final int other) {
        final int a = record * TraceRecord.WORDS;
        final int b = other * TraceRecord.WORDS;
        return words[a] != words[b]
                ? words[a] < words[b]
                : TraceRecord.order(words[a + 1]) < TraceRecord.order(words[b + 1]);
    }
}
