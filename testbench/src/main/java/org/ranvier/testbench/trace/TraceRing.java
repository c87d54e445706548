package org.ranvier.testbench.trace;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Brings records from the threads that simulate to the one that writes. Bounded: when it is full the simulation waits, and nothing is
 * lost. Putting a record allocates nothing.
 */
final class TraceRing {
    private static final int CAPACITY = 1 << 22;
    private static final int RECORD = 1;
    private static final int LENGTH = TraceRecord.WORDS * Long.BYTES;
    private static final int BATCH = 4096;
    private static final long PAUSE_NANOS = 20_000;

    private final ManyToOneRingBuffer ring = new ManyToOneRingBuffer(
            new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY + RingBufferDescriptor.TRAILER_LENGTH)));
    private final RecordSorter sorter;
    private final Thread thread;
    private volatile boolean closing;
    private volatile Throwable failure;

    /**
     * Starts the thread that writes.
     *
     * @param sorter gets the records, on that thread
     */
    TraceRing(final RecordSorter sorter) {
        this.sorter = sorter;
        thread = new Thread(this::drain, "trace-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Puts a record; may be called by several threads. */
    void put(final long cycle, final long head, final long a, final long b) {
        int at = ring.tryClaim(RECORD, LENGTH);
        if (at < 0) {
            at = waitForRoom();
        }
        final MutableDirectBuffer buffer = ring.buffer();
        buffer.putLong(at, cycle);
        buffer.putLong(at + Long.BYTES, head);
        buffer.putLong(at + 2 * Long.BYTES, a);
        buffer.putLong(at + 3 * Long.BYTES, b);
        ring.commit(at);
    }

    private int waitForRoom() {
        int at;
        do {
            LockSupport.parkNanos(PAUSE_NANOS);
            at = ring.tryClaim(RECORD, LENGTH);
        } while (at < 0);
        return at;
    }

    private void drain() {
        final IdleStrategy idle = new BackoffIdleStrategy();
        final MessageHandler handler = this::take;
        while (true) {
            final boolean last = closing;
            final int taken = ring.read(handler, BATCH);
            if (taken == 0 && last) {
                break;
            }
            idle.idle(taken);
        }
        if (failure == null) {
            finish();
        }
    }

    private void take(final int type, final MutableDirectBuffer buffer, final int at, final int length) {
        // After a failure records are still taken, so that the simulation is not held up; it is reported at the end.
        if (failure != null) {
            return;
        }
        try {
            sorter.add(
                    buffer.getLong(at),
                    buffer.getLong(at + Long.BYTES),
                    buffer.getLong(at + 2 * Long.BYTES),
                    buffer.getLong(at + 3 * Long.BYTES));
        } catch (final RuntimeException | Error e) {
            // Too little memory, too: without this thread the simulation would wait for room for ever.
            failure = e;
        }
    }

    private void finish() {
        try {
            sorter.finish();
        } catch (final RuntimeException | Error e) {
            failure = e;
        }
    }

    /**
     * Waits until everything is written; nobody puts records any more.
     *
     * @throws RuntimeException or an error: what the writer met
     */
    void close() {
        closing = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }
}
