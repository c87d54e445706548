package org.ranvier.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerTest {
    private final Scheduler scheduler = new Scheduler();
    private final List<String> visits = new ArrayList<>();

    @Test
    void shouldBeIdleBeforeTheFirstEvent() {
        assertThat(scheduler.isIdle()).isTrue();
        assertThat(scheduler.cycle()).isEqualTo(-1);
        assertThat(scheduler.nextCycle()).isEqualTo(Long.MAX_VALUE);
        assertThat(scheduler.step()).isFalse();
    }

    @Test
    void shouldRunPhasesInOrderAndIdsInsideAPhase() {
        register(3);
        scheduler.schedule(1, Phase.ARRIVE, 0);
        scheduler.schedule(0, Phase.COMMIT, 1);
        scheduler.schedule(0, Phase.ARRIVE, 2);
        scheduler.schedule(0, Phase.COMPUTE, 2);
        scheduler.schedule(0, Phase.COMPUTE, 0);
        scheduler.schedule(0, Phase.COMPUTE, 1);

        scheduler.runThrough(5);

        assertThat(visits).containsExactly("0/0/2", "0/1/0", "0/1/1", "0/1/2", "0/2/1", "1/0/0");
    }

    @Test
    void shouldVisitTwiceWhenAskedTwice() {
        register(1);
        scheduler.schedule(4, Phase.COMPUTE, 0);
        scheduler.schedule(4, Phase.COMPUTE, 0);

        scheduler.runThrough(4);

        assertThat(visits).containsExactly("4/1/0", "4/1/0");
    }

    @Test
    void shouldRunOneMomentAStep() {
        register(2);
        scheduler.schedule(0, Phase.COMPUTE, 0);
        scheduler.schedule(0, Phase.COMPUTE, 1);
        scheduler.schedule(0, Phase.COMMIT, 0);

        assertThat(scheduler.step()).isTrue();

        assertThat(visits).containsExactly("0/1/0", "0/1/1");
        assertThat(scheduler.nextCycle()).isZero();
    }

    @Test
    void shouldStopAfterLastCycleAndGoOnFromThere() {
        register(1);
        scheduler.schedule(10, Phase.COMMIT, 0);
        scheduler.schedule(11, Phase.ARRIVE, 0);

        scheduler.runThrough(10);

        assertThat(visits).containsExactly("10/2/0");
        assertThat(scheduler.cycle()).isEqualTo(10);
        assertThat(scheduler.nextCycle()).isEqualTo(11);
        assertThat(scheduler.isIdle()).isFalse();
        scheduler.schedule(10 + 2000, Phase.ARRIVE, 0);
        scheduler.runThrough(5000);
        assertThat(visits).containsExactly("10/2/0", "11/0/0", "2010/0/0");
        assertThat(scheduler.isIdle()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 63, 64, 1022, 1023, 1024, 1025, 4096, 1_000_000_007L, 1L << 50})
    void shouldCrossGapOfAnyLength(final long gap) {
        register(2);
        scheduler.schedule(3, Phase.COMPUTE, 1);
        scheduler.schedule(3 + gap, Phase.COMPUTE, 1);
        scheduler.schedule(3 + gap, Phase.COMPUTE, 0);
        scheduler.schedule(3 + gap, Phase.ARRIVE, 1);

        scheduler.runThrough(Long.MAX_VALUE - 1);

        final long late = 3 + gap;
        assertThat(visits).containsExactly("3/1/1", late + "/0/1", late + "/1/0", late + "/1/1");
    }

    @Test
    void shouldMergeFarAndNearEventsOfOneMoment() {
        register(3);
        scheduler.schedule(2000, Phase.COMPUTE, 2);
        scheduler.schedule(2000, Phase.COMPUTE, 0);
        scheduler.schedule(1500, Phase.COMPUTE, 0);
        scheduler.runThrough(1500);
        scheduler.schedule(2000, Phase.COMPUTE, 1);

        scheduler.runThrough(2000);

        assertThat(visits).containsExactly("1500/1/0", "2000/1/0", "2000/1/1", "2000/1/2");
    }

    @Test
    void shouldHoldManyEventsInOneMoment() {
        register(500);
        for (int id = 499; id >= 0; id--) {
            scheduler.schedule(7, Phase.ARRIVE, id);
        }

        assertThat(scheduler.step()).isTrue();

        assertThat(visits).hasSize(500);
        for (int id = 0; id < 500; id++) {
            assertThat(visits.get(id)).isEqualTo("7/0/" + id);
        }
    }

    @Test
    void shouldRefuseEventInThePresentMoment() {
        register(1);
        scheduler.schedule(5, Phase.COMPUTE, 0);
        scheduler.step();

        assertThatThrownBy(() -> scheduler.schedule(5, Phase.COMPUTE, 0))
                .isInstanceOf(AssertionError.class)
                .hasMessage("event in the past: cycle 5 phase 1 at cycle 5");
    }

    @Test
    void shouldKeepOrderOfArrivalAmongEqualFarEvents() {
        final OverflowHeap heap = new OverflowHeap();
        for (int i = 0; i < 100; i++) {
            heap.add(i % 3, i);
        }
        final List<Integer> order = new ArrayList<>();
        while (!heap.isEmpty()) {
            assertThat(heap.firstMoment()).isEqualTo(heap.firstTarget() % 3);
            order.add(heap.firstTarget());
            heap.removeFirst();
        }

        final List<Integer> expected = new ArrayList<>();
        for (int moment = 0; moment < 3; moment++) {
            for (int i = moment; i < 100; i += 3) {
                expected.add(i);
            }
        }
        assertThat(order).isEqualTo(expected);
    }

    private void register(final int count) {
        for (int i = 0; i < count; i++) {
            final int id = i;
            scheduler.register((cycle, phase) -> visits.add(cycle + "/" + phase + "/" + id));
        }
    }
}
