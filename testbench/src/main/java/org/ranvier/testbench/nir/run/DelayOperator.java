package org.ranvier.testbench.nir.run;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.Delay;
import org.ranvier.testbench.nir.graph.Shapes;

/** Gives its input a whole number of steps later, the nearest to the delay. */
final class DelayOperator implements Operator {
    private final int[] steps;
    private final double[] past;
    private final int length;
    private int now;

    /**
     * @param delay the delays
     * @param size elements
     * @param dt length of a step, seconds
     */
    DelayOperator(final Delay delay, final int size, final double dt) {
        final double[] seconds = delay.delay().spread("delay", size);
        final double longest = delay.delay().max() / dt;
        if ((longest + 1) * size > Shapes.MOST_ELEMENTS) {
            throw new ConfigurationException("delay of " + delay.delay().max() + " s is " + longest + " steps of "
                    + size + " elements, more than " + Shapes.MOST_ELEMENTS + " in all");
        }
        steps = new int[size];
        for (int i = 0; i < size; i++) {
            steps[i] = (int) Math.round(seconds[i] / dt);
        }
        length = Arrays.stream(steps).max().orElse(0) + 1;
        past = new double[length * size];
    }

    @Override
    public void step(final double[] input, final double[] output) {
        System.arraycopy(input, 0, past, now * steps.length, steps.length);
        for (int i = 0; i < steps.length; i++) {
            output[i] = past[(now - steps[i] + length) % length * steps.length + i];
        }
        now = (now + 1) % length;
    }

    @Override
    public void reset() {
        Arrays.fill(past, 0);
        now = 0;
    }
}
