package org.ranvier.rpu.device;

/**
 * The sum of all pulses that constant-step devices of a row get in one update: step (n + noise sqrt(n) xi) for n pulses, a sum
 * of n independent normal numbers and hence exact in law.
 *
 * <p>Loops over the row without branches, which the JIT compiler vectorises.
 */
final class ConstantSum implements BoundedSteps {
    private final Directed step;
    private final double[] largest;
    private final float noise;
    private final float[] signed;

    /**
     * @param parameters the devices' steps
     * @param noise cycle-to-cycle noise of a pulse, relative to its step
     */
    ConstantSum(final DeviceParameters parameters, final double noise) {
        final float[][] up = parameters.up();
        final float[][] down = parameters.down();
        step = new Directed(up, down);
        largest = new double[up.length];
        for (int row = 0; row < up.length; row++) {
            for (int column = 0; column < up[0].length; column++) {
                final float most = Math.max(Math.abs(up[row][column]), Math.abs(down[row][column]));
                largest[row] = Math.max(largest[row], most);
            }
        }
        this.noise = (float) noise;
        signed = new float[up[0].length];
    }

    @Override
    public double largestStep(final int row) {
        return largest[row];
    }

    @Override
    public double relativeNoise() {
        return noise;
    }

    @Override
    public void change(
            final int row, final Held held, final int[] counts, final float[] normals, final float[] change) {
        Directed.convert(counts, signed);
        sum(signed, normals, noise, step.mean(row), step.half(row), change);
    }

    private static void sum(
            final float[] signed,
            final float[] normals,
            final float noise,
            final float[] mean,
            final float[] half,
            final float[] change) {
        for (int column = 0; column < change.length; column++) {
            final float pulses = Math.abs(signed[column]);
            final float sign = Math.max(-1f, Math.min(1f, signed[column]));
            final float step = mean[column] * sign + half[column];
            change[column] = step * (pulses + noise * (float) Math.sqrt(pulses) * normals[column]);
        }
    }
}
