package org.ranvier.testbench.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TraceRingTest {
    private static final int MORE_THAN_IT_HOLDS = 300_000;

    private long taken;
    private long last = -1;
    private boolean ordered = true;

    private void take(final long cycle, final long head, final long a, final long b) {
        ordered &= cycle >= last && a == 2 * cycle && b == 3 * cycle;
        last = cycle;
        taken++;
    }

    private static void put(final TraceRing ring, final long cycle) {
        ring.put(cycle, TraceRecord.head(TraceRecord.PACKET, 1, 0), 2 * cycle, 3 * cycle);
    }

    @Test
    void shouldLoseNothingWhenItIsFull() throws InterruptedException {
        final CountDownLatch open = new CountDownLatch(1);
        final TraceRing ring = new TraceRing(new RecordSorter(
                (cycle, head, a, b) -> {
                    try {
                        open.await();
                    } catch (final InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    take(cycle, head, a, b);
                },
                0));
        final Thread simulation = new Thread(() -> {
            for (int cycle = 0; cycle < MORE_THAN_IT_HOLDS; cycle++) {
                put(ring, cycle);
            }
        });
        simulation.start();
        simulation.join(300);
        final boolean waits = simulation.isAlive();
        open.countDown();
        simulation.join();
        ring.close();

        assertThat(waits).isTrue();
        assertThat(taken).isEqualTo(MORE_THAN_IT_HOLDS);
        assertThat(ordered).isTrue();
    }

    @Test
    void shouldAllocateNothingWhenARecordIsPut() {
        final TraceRing ring = new TraceRing(new RecordSorter(this::take, 0));
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long thread = Thread.currentThread().getId();
        for (int cycle = 0; cycle < 1_000; cycle++) {
            put(ring, cycle);
        }
        final long before = threads.getThreadAllocatedBytes(thread);
        for (int cycle = 1_000; cycle < 50_000; cycle++) {
            put(ring, cycle);
        }
        final long allocated = threads.getThreadAllocatedBytes(thread) - before;
        ring.close();

        // Less than a byte for five records: nothing per record.
        assertThat(allocated).isLessThan(10_000);
        assertThat(taken).isEqualTo(50_000);
    }

    @Test
    void shouldGoOnTakingAfterAFailureAndTellItAtTheEnd() {
        final TraceRing ring = new TraceRing(new RecordSorter(
                (cycle, head, a, b) -> {
                    throw new UncheckedIOException(new IOException("disk full"));
                },
                0));
        for (int cycle = 0; cycle < MORE_THAN_IT_HOLDS; cycle++) {
            put(ring, cycle);
        }

        assertThatThrownBy(ring::close).hasMessageContaining("disk full");
    }

    @Test
    @Timeout(30)
    void shouldNotHoldUpASimulationWhenMemoryRunsOut() {
        final TraceRing ring = new TraceRing(new RecordSorter(
                (cycle, head, a, b) -> {
                    throw new OutOfMemoryError("little memory");
                },
                0));
        for (int cycle = 0; cycle < MORE_THAN_IT_HOLDS; cycle++) {
            put(ring, cycle);
        }

        assertThatThrownBy(ring::close).isInstanceOf(OutOfMemoryError.class).hasMessageContaining("little memory");
    }
}
