package org.ranvier.testbench.energy;

import java.util.Arrays;

/**
 * Estimates time from published latencies as SANA-FE's simple model does: a step lasts as long as the busiest core, which works on
 * its own neurons and on what it receives side by side, and a barrier.
 */
final class AnalyticTime {
    private final EnergyProfile profile;
    private final double[] own;
    private final double[] received;
    private final double barrier;
    private double nanoseconds;

    AnalyticTime(final EnergyProfile profile, final int cores, final int tiles) {
        this.profile = profile;
        own = new double[cores];
        received = new double[cores];
        final Latency barriers =
                profile.times().get(Operation.BARRIER_SYNC.kind().name());
        barrier = barriers.nanoseconds().headMap(tiles + 1).values().stream()
                .reduce((fewer, more) -> more)
                .orElseThrow();
    }

    void work(final int core, final Operation operation, final int times) {
        own[core] += times * nanoseconds(operation);
    }

    void receive(final int core, final Operation operation, final int times) {
        received[core] += times * nanoseconds(operation);
    }

    void endStep() {
        nanoseconds += Math.max(
                        Arrays.stream(own).max().orElseThrow(),
                        Arrays.stream(received).max().orElseThrow())
                + barrier;
        Arrays.fill(own, 0);
        Arrays.fill(received, 0);
    }

    double seconds() {
        return nanoseconds * 1e-9;
    }

    private double nanoseconds(final Operation operation) {
        return profile.times().get(operation.kind().name()).at(1).orElseThrow();
    }
}
