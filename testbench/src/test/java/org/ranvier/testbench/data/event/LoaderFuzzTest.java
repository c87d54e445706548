package org.ranvier.testbench.data.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damaged files of every format: whatever they hold, a loader reads them or says what is wrong in one line, within its memory and without
 * hanging. The property {@code ranvier.fuzz} says how many per loader, {@code ranvier.fuzz.seed} where to begin.
 */
final class LoaderFuzzTest {
    private static final long COUNT = Long.getLong("ranvier.fuzz", 250);
    private static final long FIRST_SEED = Long.getLong("ranvier.fuzz.seed", 1);
    private static final long PATIENCE_MILLISECONDS = 10_000;

    @TempDir
    private Path directory;

    /** Damaged files done so far, the failure that ended the run if there was one, and the most that a file took. */
    private final AtomicLong done = new AtomicLong();

    private Throwable failure;
    private long mostBytes;
    private long mostNanoseconds;

    @ParameterizedTest
    @EnumSource
    void shouldReadOrExplainWhateverTheDamage(final FuzzedLoader loader) throws InterruptedException {
        final Thread worker = new Thread(() -> run(loader), "fuzz");
        worker.setDaemon(true);
        worker.start();
        long seen = -1;
        while (worker.isAlive() && seen < done.get()) {
            seen = done.get();
            worker.join(PATIENCE_MILLISECONDS);
        }
        final String where = loader + ", seed " + (FIRST_SEED + done.get());
        assertThat(worker.isAlive())
                .as(() -> where + " hangs at " + Arrays.toString(worker.getStackTrace()))
                .isFalse();
        assertThat(failure).as(where).isNull();
        assertThat(done).hasValue(COUNT);
        if (COUNT >= 10_000) {
            System.out.printf(
                    "%s: %d files, most allocated %.2f MiB of %d MiB, longest %.1f ms%n",
                    loader, COUNT, mostBytes / (double) (1 << 20), loader.mostBytes() >> 20, mostNanoseconds / 1e6);
        }
    }

    private void run(final FuzzedLoader loader) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try {
            for (long i = 0; i < COUNT; i++) {
                loader.write(directory, FIRST_SEED + i);
                final long before = threads.getCurrentThreadAllocatedBytes();
                final long start = System.nanoTime();
                loader.read(directory);
                mostNanoseconds = Math.max(mostNanoseconds, System.nanoTime() - start);
                mostBytes = Math.max(mostBytes, threads.getCurrentThreadAllocatedBytes() - before);
                if (mostBytes > loader.mostBytes()) {
                    throw new AssertionError("allocated " + mostBytes + " bytes");
                }
                done.set(i + 1);
            }
        } catch (final Throwable e) {
            failure = e;
        }
    }
}
