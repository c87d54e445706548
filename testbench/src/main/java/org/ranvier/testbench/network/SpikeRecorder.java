package org.ranvier.testbench.network;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Counts and hashes the spikes of a run, in the order of step and neuron.
 *
 * <p>A core reports once a step, unless it has died, and cores report in any order; none is two steps ahead of another, since a
 * barrier lies between the steps. Whoever reports first in a step hashes the one before.
 */
final class SpikeRecorder {
    private static final long TIME_FACTOR = 1_000_003;

    private final int neuronsPerCore;

    /** By parity of the step and by core. */
    private final long[][][] fired;

    /** Steps that a core has reported. */
    private final int[] reported;

    /** The step that is being reported, from 1. */
    private final AtomicInteger current = new AtomicInteger();

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
        fired = new long[2][cores][(neuronsPerCore + Long.SIZE - 1) / Long.SIZE];
        reported = new int[cores];
    }

    /** Takes the neurons of a core that fired in its step, one bit each. */
    void report(final int core, final long[] words) {
        final int now = ++reported[core];
        if (current.compareAndSet(now - 1, now)) {
            complete(now - 1);
        }
        System.arraycopy(words, 0, fired[now & 1][core], 0, words.length);
    }

    /** Nobody reports any more. */
    void finish() {
        complete(current.get());
    }

    /** Hashes a step, from 1, that everybody has behind him, and makes room for the next but one. */
    private void complete(final int done) {
        if (done == step) {
            return;
        }
        step = done;
        for (int core = 0; core < reported.length; core++) {
            final long[] words = fired[done & 1][core];
            for (int word = 0; word < words.length; word++) {
                for (long rest = words[word]; rest != 0; rest &= rest - 1) {
                    final int neuron = core * neuronsPerCore + word * Long.SIZE + Long.numberOfTrailingZeros(rest);
                    hash.add(step * TIME_FACTOR + neuron);
                    spikes++;
                }
            }
            Arrays.fill(words, 0);
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
