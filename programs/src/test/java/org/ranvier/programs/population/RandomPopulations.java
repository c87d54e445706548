package org.ranvier.programs.population;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ranvier.core.memory.RowPointers;

/** Networks of every kind of population and projection, drawn at random; small enough that nothing saturates. */
final class RandomPopulations {
    private final SplittableRandom random;
    private final int stride;
    private final int inputs;
    private final boolean inputValues;
    private final List<Population> populations = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();

    RandomPopulations(final long seed) {
        random = new SplittableRandom(seed);
        stride = 1 + random.nextInt(3);
        inputs = 1 + random.nextInt(30);
        inputValues = random.nextBoolean();
    }

    PopulationNetwork network() {
        final int count = 1 + random.nextInt(5);
        for (int p = 0; p < count; p++) {
            populations.add(population(p));
        }
        for (int target = 0; target < count; target++) {
            add(Projection.INPUT, target, populations.get(target).level());
            for (int source = 0; source < count; source++) {
                if (random.nextInt(3) > 0) {
                    final int back = random.nextInt(3) * stride
                            + populations.get(target).level()
                            - populations.get(source).level();
                    add(source, target, back < 1 ? back + stride * (1 - back) : back);
                }
            }
        }
        return new PopulationNetwork(inputs, stride, populations, projections, List.of(count - 1));
    }

    int[][] input(final int steps) {
        final int[][] input = new int[steps][inputs];
        for (final int[] row : input) {
            for (int i = 0; i < inputs; i++) {
                row[i] = random.nextInt(3) > 0 ? 0 : inputValues ? random.nextInt(-2000, 2000) : random.nextInt(3);
            }
        }
        return input;
    }

    private Population population(final int index) {
        final Dynamics dynamics = Dynamics.values()[random.nextInt(Dynamics.values().length)];
        Firing firing = Firing.values()[random.nextInt(Firing.values().length)];
        if (dynamics == Dynamics.NONE && firing == Firing.SUBTRACT) {
            firing = Firing.TO_VALUE;
        }
        final int neurons = random.nextInt(6) == 0 ? 257 + random.nextInt(300) : 1 + random.nextInt(40);
        final boolean leaks = dynamics.leaks();
        return new Population(
                "p" + index,
                dynamics,
                firing,
                index + 1,
                neurons,
                leaks ? draw(neurons, 1 << 25, 1 << 30) : null,
                leaks ? random.nextBoolean() ? new int[neurons] : draw(neurons, -5000, 5000) : null,
                dynamics == Dynamics.CURRENT ? draw(neurons, 1 << 26, 1 << 30) : null,
                firing.spikes() ? draw(neurons, 20_000, 60_000) : null,
                firing == Firing.TO_VALUE ? draw(neurons, -3000, 3000) : null,
                random.nextBoolean() ? new int[neurons] : draw(neurons, -200, 1500),
                random.nextInt(8));
    }

    private int[] draw(final int count, final int from, final int to) {
        return random.ints(count, from, to).toArray();
    }

    private void add(final int source, final int target, final int delay) {
        final int elements =
                source == Projection.INPUT ? inputs : populations.get(source).neurons();
        final int neurons = populations.get(target).neurons();
        final int[] lengths = new int[elements];
        final List<Integer> targets = new ArrayList<>();
        for (int element = 0; element < elements; element++) {
            for (int neuron = 0; neuron < neurons; neuron++) {
                if (random.nextInt(Math.max(2, neurons / 8)) == 0) {
                    targets.add(neuron);
                    lengths[element]++;
                }
            }
        }
        final boolean values = source == Projection.INPUT
                ? inputValues
                : !populations.get(source).firing().spikes();
        final int bits = random.nextBoolean() ? 8 : 16;
        final char[] ends = new char[targets.size()];
        final short[] weights = new short[targets.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = (char) (int) targets.get(i);
            weights[i] = (short) random.nextInt(-128, 128);
        }
        projections.add(new Projection(
                source,
                target,
                delay,
                values,
                RowPointers.ofLengths(lengths),
                ends,
                weights,
                bits,
                draw(neurons, 1 << 10, 1 << 14),
                values ? source == Projection.INPUT ? 18 : 24 : 6));
    }
}
