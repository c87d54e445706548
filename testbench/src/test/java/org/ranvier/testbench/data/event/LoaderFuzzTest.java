package org.ranvier.testbench.data.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged files of every format: whatever they hold, a loader reads them or says what is wrong in one line, within its memory and without
 * hanging. The property {@code ranvier.fuzz} says how many per loader, {@code ranvier.fuzz.loaders} which (all by default), and {@code
 * ranvier.fuzz.seed} where to begin.
 */
final class LoaderFuzzTest {
    private static final long COUNT = Long.getLong("ranvier.fuzz", 250);
    private static final long FIRST_SEED = Long.getLong("ranvier.fuzz.seed", 1);
    private static final long PATIENCE_MILLISECONDS = 60_000;

    @TempDir
    private Path directory;

    /** Damaged files done so far, the failure that ended the run if there was one, and the most that one set took. */
    private final AtomicLong done = new AtomicLong();

    private Throwable failure;
    private long mostBytes;
    private long mostNanoseconds;

    private static Stream<FuzzedLoader> loaders() {
        final String names = System.getProperty("ranvier.fuzz.loaders");
        return names == null
                ? Stream.of(FuzzedLoader.values())
                : Stream.of(names.split(",")).map(FuzzedLoader::valueOf);
    }

    @ParameterizedTest
    @MethodSource("loaders")
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
                    "%s: %d files, most allocated %.2f MiB of %d MiB, longest %.1f ms of processor time%n",
                    loader, COUNT, mostBytes / (double) (1 << 20), loader.mostBytes() >> 20, mostNanoseconds / 1e6);
        }
    }

    private void run(final FuzzedLoader loader) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try {
            for (long i = 0; i < COUNT; i++) {
                loader.write(directory, FIRST_SEED + i);
                final long before = threads.getCurrentThreadAllocatedBytes();
                final long start = threads.getCurrentThreadCpuTime();
                loader.read(directory);
                mostNanoseconds = Math.max(mostNanoseconds, threads.getCurrentThreadCpuTime() - start);
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
