package org.ranvier.testbench.network;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Counts and hashes the spikes of a run, in the order of step and neuron.
 *
 * <p>Every core reports once a step, in any order; no core reports twice before all have reported, since a barrier lies between
 * the steps. Whoever reports last hashes the step.
 */
final class SpikeRecorder {
    private static final long TIME_FACTOR = 1_000_003;

    private final int neuronsPerCore;
    private final long[][] fired;
    private final AtomicInteger reported = new AtomicInteger();
    private final IntConsumer stepDone;
    private final Fnv hash = new Fnv();
    private int step;
    private long spikes;

    /**
     * @param cores cores that report
     * @param neuronsPerCore neurons of every core but the last
     * @param stepDone gets the number of steps that are complete
     */
    SpikeRecorder(final int cores, final int neuronsPerCore, final IntConsumer stepDone) {
        this.neuronsPerCore = neuronsPerCore;
        this.stepDone = stepDone;
        fired = new long[cores][(neuronsPerCore + Long.SIZE - 1) / Long.SIZE];
    }

    /** Takes the neurons of a core that fired in its step, one bit each. */
    void report(final int core, final long[] words) {
        System.arraycopy(words, 0, fired[core], 0, words.length);
        if (reported.incrementAndGet() == fired.length) {
            reported.set(0);
            hashStep();
        }
    }

    private void hashStep() {
        step++;
        for (int core = 0; core < fired.length; core++) {
            for (int word = 0; word < fired[core].length; word++) {
                for (long rest = fired[core][word]; rest != 0; rest &= rest - 1) {
                    final int neuron = core * neuronsPerCore + word * Long.SIZE + Long.numberOfTrailingZeros(rest);
                    hash.add(step * TIME_FACTOR + neuron);
                    spikes++;
                }
            }
        }
        stepDone.accept(step);
    }

    /** @return spikes so far */
    long spikes() {
        return spikes;
    }

    /** @return steps so far */
    int steps() {
        return step;
    }

    /** @return the hash so far */
    long hash() {
        return hash.value();
    }
}
