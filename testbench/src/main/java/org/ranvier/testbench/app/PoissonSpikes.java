package org.ranvier.testbench.app;

import java.util.List;
import java.util.OptionalLong;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.random.CounterRandom;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * Independent Poisson processes, one a key: in every tick a key sends a packet with probability 1 - exp(-rate).
 *
 * <p>Key k spikes in tick t of sample s when {@code CounterRandom.uniform(seed, number, k, 2^61 + (s << 32) + t)} is below that
 * probability; {@code number} counts the stimuli of the app from 0. So a spike does not depend on any other.
 *
 * @param at where the file describes it
 * @param number the place among the stimuli
 * @param to the receiving cores
 * @param kind packet kind
 * @param first smallest key
 * @param last largest key
 * @param payload packet payload
 * @param rate expected events of a key in a tick
 * @param seed its own seed; without one, the run's
 */
record PoissonSpikes(
        YamlNode at,
        int number,
        List<String> to,
        String kind,
        int first,
        int last,
        int payload,
        double rate,
        OptionalLong seed)
        implements StimulusSpec {
    private static final long COUNTER = 1L << 61;

    @Override
    public int samples() {
        return 0;
    }

    @Override
    public Stimulus bind(final HostLink host) {
        final int kindNumber = host.kind(at, kind);
        final int route = host.route(at, kind, to);
        final long draws = seed.orElse(host.seed());
        final double probability = 1 - StrictMath.exp(-rate);
        return (event, sample, tick, port) -> {
            if (event != CoreEvent.PHASE0) {
                return;
            }
            final long counter = COUNTER + ((long) sample << 32) + tick;
            for (int key = first; key <= last; key++) {
                if (CounterRandom.uniform(draws, number, key, counter) < probability) {
                    port.queue(route, kindNumber, key, payload);
                }
            }
        };
    }
}
