package org.ranvier.testbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ranvier.core.random.CounterRandom;

/** The README's example against a leaky integrate-and-fire neuron in plain Java. */
class FirstSpikeTest {
    private static final int NEURONS = 8;
    private static final int TICKS = 40;
    private static final long SEED = 7;

    @Test
    void shouldPrintTheRasterOfAPlainModelWhenRun() {
        final String printed = Apps.run(AppReader.read(Examples.app("first-spike")), null);

        assertThat(printed).isEqualTo(raster()).startsWith("sample,tick,index\n0,6,2\n0,14,1\n");
    }

    private static String raster() {
        final StringBuilder csv = new StringBuilder("sample,tick,index\n");
        final int[] potential = new int[NEURONS];
        for (int tick = 0; tick < TICKS; tick++) {
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                final double draw = CounterRandom.uniform(SEED, 0, neuron, (1L << 61) + tick);
                final int input = draw < 1 - StrictMath.exp(-0.3) ? 800 : 0;
                potential[neuron] += input - potential[neuron] >> 3;
                if (potential[neuron] >= 300) {
                    potential[neuron] = 0;
                    csv.append("0,").append(tick).append(',').append(neuron).append('\n');
                }
            }
        }
        return csv.toString();
    }
}
