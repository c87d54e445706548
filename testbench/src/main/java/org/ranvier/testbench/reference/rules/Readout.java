package org.ranvier.testbench.reference.rules;

/** The read-out of the online rules in integers, all Q20: leaky sums of spikes, a softmax and an error in every tick. */
public final class Readout {
    private static final int BITS = 20;
    private static final int ONE = 1 << BITS;
    private static final int ENTRIES = 1024;
    private static final int STEP_BITS = 7;

    private final int memory;
    private final int traceMemory;
    private final int[][] weights;
    private final int[] exponentials = new int[ENTRIES];
    private int[] sums;
    private int[] totals;
    private int[] errors;
    private int[] trace;

    /**
     * @param memory sums lose their 2^-memory in a tick
     * @param traceMemory traces lose their 2^-traceMemory in a tick
     * @param weights neurons and bias x outputs; changed by learning
     */
    public Readout(final int memory, final int traceMemory, final int[][] weights) {
        this.memory = memory;
        this.traceMemory = traceMemory;
        this.weights = weights;
        for (int i = 0; i < ENTRIES; i++) {
            exponentials[i] = (int) Math.rint(StrictMath.exp(-i / (double) (1 << STEP_BITS)) * ONE);
        }
        startSample();
    }

    /** Forgets everything but the weights. */
    public void startSample() {
        sums = new int[weights[0].length];
        totals = new int[sums.length];
        errors = new int[sums.length];
        trace = new int[weights.length];
    }

    /** Adds the spikes of a tick, the bias included. */
    void forward(final boolean[] spikes) {
        for (int k = 0; k < sums.length; k++) {
            int input = 0;
            for (int i = 0; i < spikes.length; i++) {
                input = spikes[i] ? Integers.signed32((long) input + weights[i][k]) : input;
            }
            final int kept = Integers.signed32((long) sums[k] - (sums[k] >> memory));
            sums[k] = Integers.signed32((long) kept + input);
            totals[k] = Integers.signed32((long) totals[k] + sums[k]);
        }
    }

    /** @return what the softmax of the sums lacks from the target */
    int[] errors(final int label) {
        int best = Integer.MIN_VALUE;
        for (final int sum : sums) {
            best = Math.max(best, sum);
        }
        int total = 0;
        for (int k = 0; k < sums.length; k++) {
            final int index = Integers.signed32((long) best - sums[k]) >> BITS - STEP_BITS;
            errors[k] = exponentials[Math.min(ENTRIES - 1, index)];
            total += errors[k];
        }
        final int reciprocal = (1 << 30) / (total >> 10);
        for (int k = 0; k < sums.length; k++) {
            errors[k] = (k == label ? ONE : 0) - (int) Integers.rounded((long) errors[k] * reciprocal, BITS);
        }
        return errors;
    }

    /** @return the errors as the neurons below see them through the weights */
    int[] errorsBelow() {
        final int[] below = new int[weights.length - 1];
        for (int i = 0; i < below.length; i++) {
            long sum = 0;
            for (int k = 0; k < errors.length; k++) {
                sum += (long) weights[i][k] * errors[k];
            }
            below[i] = Integers.signed32(Integers.floored(sum, BITS));
        }
        return below;
    }

    /** Learns from the tick. */
    void learn(final boolean[] spikes, final int rate) {
        for (int i = 0; i < trace.length; i++) {
            trace[i] += (spikes[i] ? ONE : 0) - (trace[i] >> traceMemory);
            for (int k = 0; k < errors.length; k++) {
                weights[i][k] = Integers.signed32(weights[i][k] + Integers.product(rate, errors[k], trace[i]));
            }
        }
    }

    /** @return the class with the largest total, the lowest of equals */
    int answer() {
        int best = 0;
        for (int k = 1; k < totals.length; k++) {
            best = totals[k] > totals[best] ? k : best;
        }
        return best;
    }

    /** @return the total of the answer */
    int evidence() {
        return totals[answer()];
    }

    /** @return the weights */
    public int[][] weights() {
        return weights;
    }
}
