package org.ranvier.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs a random chip on the scheduler and on a {@link PriorityQueue} ordered by (cycle, phase, id, sequence), and compares
 * the visits. What a component asks for depends on the order of its visits, so one visit out of order spreads.
 */
class SchedulerOracleTest {
    private static final int SEEDS = 40;
    private static final int VISITS = 4000;

    /** How far ahead the components of a chip ask for visits. */
    enum Delays {
        SHORT {
            @Override
            long draw(final SplittableRandom random) {
                return random.nextInt(65);
            }
        },
        SAME_CYCLE_MOSTLY {
            @Override
            long draw(final SplittableRandom random) {
                return random.nextInt(4) / 3;
            }
        },
        AROUND_THE_HORIZON {
            @Override
            long draw(final SplittableRandom random) {
                return 1020 + random.nextInt(9);
            }
        },
        MOSTLY_FAR {
            @Override
            long draw(final SplittableRandom random) {
                return (long) (-10_000 * Math.log(1 - random.nextDouble()));
            }
        },
        HUGE_GAPS {
            @Override
            long draw(final SplittableRandom random) {
                return random.nextInt(3) == 0 ? 1L << random.nextInt(41) : random.nextInt(3);
            }
        },
        MULTIPLES_OF_THE_WHEEL {
            @Override
            long draw(final SplittableRandom random) {
                return 1024L * random.nextInt(4) + random.nextInt(2);
            }
        };

        abstract long draw(SplittableRandom random);
    }

    /** Somebody who keeps events. */
    @FunctionalInterface
    private interface Agenda {
        void schedule(long cycle, int phase, int id);
    }

    private record Event(long cycle, int phase, int id, long sequence) {}

    private record Visit(long cycle, int phase, int id) {}

    /** The chip: what was visited so far, and what each visit leads to. */
    private static final class Chip {
        private final Delays delays;
        private final SplittableRandom random;
        private final int components;
        private final List<Visit> visits = new ArrayList<>();

        private Chip(final Delays delays, final long seed) {
            this.delays = delays;
            this.random = new SplittableRandom(seed);
            this.components = 1 + random.nextInt(60);
        }

        private void start(final Agenda agenda) {
            for (int i = 0; i < 2 * components; i++) {
                agenda.schedule(delays.draw(random), random.nextInt(3), random.nextInt(components));
            }
        }

        private void visit(final long cycle, final int phase, final int id, final Agenda agenda) {
            visits.add(new Visit(cycle, phase, id));
            final int wanted = visits.size() < VISITS ? 1 + random.nextInt(8) / 7 : 0;
            for (int i = 0; i < wanted; i++) {
                final long due = cycle + delays.draw(random);
                final int then = due == cycle ? phase + 1 : random.nextInt(3);
                agenda.schedule(then > Phase.COMMIT ? due + 1 : due, then % 3, random.nextInt(components));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Delays.class)
    void shouldVisitInOrderOfCyclePhaseAndIdWhenRandom(final Delays delays) {
        for (int seed = 0; seed < SEEDS; seed++) {
            final Chip chip = new Chip(delays, seed);
            runOnScheduler(chip);
            final Chip oracle = new Chip(delays, seed);
            runOnPriorityQueue(oracle);

            assertThat(chip.visits)
                    .as("seed %d", seed)
                    .hasSizeGreaterThan(VISITS)
                    .isEqualTo(oracle.visits);
        }
    }

    private static void runOnScheduler(final Chip chip) {
        final Scheduler scheduler = new Scheduler();
        for (int i = 0; i < chip.components; i++) {
            final int id = i;
            assertThat(scheduler.register((cycle, phase) -> chip.visit(cycle, phase, id, scheduler::schedule)))
                    .isEqualTo(id);
        }
        chip.start(scheduler::schedule);
        while (!scheduler.isIdle()) {
            final long next = scheduler.nextCycle();
            assertThat(scheduler.step()).isTrue();
            assertThat(scheduler.cycle()).isEqualTo(next);
        }
        assertThat(scheduler.step()).isFalse();
    }

    private static void runOnPriorityQueue(final Chip chip) {
        final PriorityQueue<Event> queue = new PriorityQueue<>(Comparator.comparingLong(Event::cycle)
                .thenComparingInt(Event::phase)
                .thenComparingInt(Event::id)
                .thenComparingLong(Event::sequence));
        final long[] sequence = {0};
        final Agenda agenda = (cycle, phase, id) -> queue.add(new Event(cycle, phase, id, sequence[0]++));
        chip.start(agenda);
        while (!queue.isEmpty()) {
            final Event event = queue.remove();
            chip.visit(event.cycle(), event.phase(), event.id(), agenda);
        }
    }
}
