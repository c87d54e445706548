package org.ranvier.testbench.app;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * Packets at given ticks of given samples, from a file or from the app itself.
 *
 * @param spikes the packets, in any order; those of one tick are sent in the order of the list
 */
record SpikeList(List<Spike> spikes) implements StimulusSpec {
    /** The tick of packets that are presented before the first one. */
    static final int LOAD = -1;

    /**
     * One packet.
     *
     * @param at where the file describes it
     * @param sample the sample, from 0
     * @param tick the tick, from 0, or {@link #LOAD}
     * @param kind packet kind
     * @param key packet key
     * @param payload packet payload
     * @param to the receiving cores
     */
    record Spike(YamlNode at, int sample, int tick, String kind, int key, int payload, List<String> to) {}

    @Override
    public int samples() {
        return spikes.stream().mapToInt(Spike::sample).max().orElse(0) + 1;
    }

    @Override
    public Stimulus bind(final HostLink host) {
        final Spike[] sorted = spikes.toArray(new Spike[0]);
        Arrays.sort(sorted, Comparator.comparingInt(Spike::sample).thenComparingInt(Spike::tick));
        final int[] kinds = new int[sorted.length];
        final int[] routes = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            final Spike spike = sorted[i];
            if (spike.tick() >= host.ticks()) {
                throw spike.at().error("tick " + spike.tick() + " is not allowed, expected -1.." + (host.ticks() - 1));
            }
            kinds[i] = host.kind(spike.at(), spike.kind());
            routes[i] = host.route(spike.at(), spike.kind(), spike.to());
        }
        return presenter(sorted, kinds, routes);
    }

    private static Stimulus presenter(final Spike[] sorted, final int[] kinds, final int[] routes) {
        final int[] next = {0};
        return (event, sample, tick, port) -> {
            if (event != CoreEvent.LOAD && event != CoreEvent.PHASE0) {
                return;
            }
            while (next[0] < sorted.length && sorted[next[0]].sample() == sample && sorted[next[0]].tick() == tick) {
                final int i = next[0]++;
                port.queue(routes[i], kinds[i], sorted[i].key(), sorted[i].payload());
            }
        };
    }
}
