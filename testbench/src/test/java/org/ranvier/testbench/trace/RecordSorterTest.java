package org.ranvier.testbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSorterTest {
    private static final int CORES = 5;
    private static final int STEPS = 12;

    private final SplittableRandom random = new SplittableRandom(3);
    private final List<long[]> sorted = new ArrayList<>();
    private final RecordSorter sorter =
            new RecordSorter((cycle, head, a, b) -> sorted.add(new long[] {cycle, head, a, b}), CORES);
    private final List<long[]> told = new ArrayList<>();

    @Test
    void shouldOrderWhatCoresTellLateAndFabricsEarly() {
        long step = 0;
        for (int i = 0; i < STEPS; i++) {
            final long length = 200 + random.nextInt(300);
            for (int core = 0; core < CORES; core++) {
                final long release = step + random.nextInt(20);
                // The wait before the release, told at its end.
                tell(Math.max(0, release - random.nextInt(150)), TraceRecord.BARRIER, core, release);
            }
            for (int record = 0; record < 400; record++) {
                // Anything of the step but what precedes the core's own release.
                tell(step + 20 + random.nextLong(length - 20), 1 + random.nextInt(4), random.nextInt(CORES), 0);
            }
            step += length;
        }

        assertThat(sorter.passed()).isGreaterThan(400L * (STEPS - 3));
        sorter.finish();
        assertThat(sorter.passed()).isEqualTo(told.size());
        assertThat(sorted).containsExactlyElementsOf(oracle());
    }

    /** It does not wait at the barrier any more, and the records of a long run do not fit into memory. */
    @Test
    void shouldNotWaitForACoreThatHasDied() {
        for (int step = 0; step < STEPS; step++) {
            for (int core = 0; core < CORES; core++) {
                if (core != 1 || step < 3) {
                    tell(100 * step + 1, TraceRecord.EXECUTE, core, 0);
                    tell(100 * step + 50 + core, TraceRecord.BARRIER, core, 100 * step + 99);
                }
            }
        }

        assertThat(sorter.passed()).isGreaterThan(2L * (CORES - 1) * (STEPS - 3));
        sorter.finish();
        assertThat(sorted).containsExactlyElementsOf(oracle());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 4096, 30_000})
    void shouldOrderPacketsThatAreQueuedAhead(final int records) {
        final RecordSorter packets =
                new RecordSorter((cycle, head, a, b) -> sorted.add(new long[] {cycle, head, a, b}), 0);
        for (int i = 0; i < records; i++) {
            final long[] record = {
                i / 3 + random.nextInt(65), TraceRecord.head(TraceRecord.PACKET, random.nextInt(9), 0), i, 0
            };
            told.add(record);
            packets.add(record[0], record[1], record[2], record[3]);
        }
        packets.finish();

        assertThat(sorted).containsExactlyElementsOf(oracle());
    }

    private void tell(final long cycle, final int kind, final int unit, final long end) {
        final long[] record = {cycle, TraceRecord.head(kind, unit, told.size()), told.size(), end == 0 ? 0 : end - cycle
        };
        told.add(record);
        sorter.add(record[0], record[1], record[2], record[3]);
    }

    private List<long[]> oracle() {
        return told.stream()
                .sorted(Comparator.<long[]>comparingLong(record -> record[0])
                        .thenComparingInt(record -> TraceRecord.order(record[1])))
                .toList();
    }
}
