package org.ranvier.programs.population;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ranvier.core.error.ConfigurationException;

/**
 * A network of populations.
 *
 * <p>Step s of a population of level l is computed in tick {@code s x stride + l}; the input of step s enters in tick
 * {@code s x stride}. With a stride of 1 the levels work on successive steps at the same time.
 *
 * @param inputs elements of the input, 1..65,536
 * @param stride ticks of a step
 * @param populations the populations
 * @param projections their synapses
 * @param outputs indices of the populations that tell the host what they give
 */
public record PopulationNetwork(
        int inputs, int stride, List<Population> populations, List<Projection> projections, List<Integer> outputs) {
    /** The packet kind of what goes to the host. */
    static final String OUT = "OUT";

    /** Checks the ranges. */
    public PopulationNetwork {
        ConfigurationException.checkRange("inputs", inputs, 1, Population.MOST_NEURONS);
        ConfigurationException.checkRange("stride", stride, 1, 1 << 20);
        populations = List.copyOf(populations);
        projections = List.copyOf(projections);
        outputs = List.copyOf(outputs);
    }

    /** @return the packet kind of a population's k-th incoming projection */
    static String kind(final int k) {
        return "E" + k;
    }

    /** @return the kinds of the packets that a population or the input sends, in the order in which it sends them */
    List<String> kinds(final int source) {
        final TreeSet<Integer> numbers = new TreeSet<>();
        for (int target = 0; target < populations.size(); target++) {
            final int[] incoming = incoming(target);
            for (int k = 0; k < incoming.length; k++) {
                if (projections.get(incoming[k]).source() == source) {
                    numbers.add(k);
                }
            }
        }
        final List<String> kinds = new ArrayList<>();
        numbers.forEach(k -> kinds.add(kind(k)));
        if (outputs.contains(source)) {
            kinds.add(OUT);
        }
        return kinds;
    }

    /** @return the deepest level */
    int depth() {
        return populations.stream().mapToInt(Population::level).max().orElse(0);
    }

    /** @return ticks of a sample */
    int ticks(final int steps) {
        return Math.toIntExact((steps - 1L) * stride + depth() + 1);
    }

    /** @return indices of the projections that end at a population: what its programs call 0, 1, ... */
    int[] incoming(final int population) {
        return IntStream.range(0, projections.size())
                .filter(i -> projections.get(i).target() == population)
                .toArray();
    }

    /** @return elements of a source */
    int elements(final int source) {
        return source == Projection.INPUT ? inputs : populations.get(source).neurons();
    }

    /** @return synapses of all projections */
    public long synapses() {
        return projections.stream().mapToLong(Projection::synapses).sum();
    }

    /** @return neurons of all populations */
    public int neurons() {
        return populations.stream().mapToInt(Population::neurons).sum();
    }
}
