package org.ranvier.rpu.compound;

import java.util.Arrays;

/**
 * A plain model of transfer chains for tests: real-valued arrays, ideal devices of one step size, certain pulses, one row read
 * after every update, written from the papers' equations.
 */
final class TransferModel {
    final double step;
    final double[][][] device;
    final double[][][] buffer;
    final double[][] mean;
    final double[][] reference;
    final boolean[] turned;
    final int[] sign;
    final int[] next;
    int period = Integer.MAX_VALUE;
    double share;
    boolean dynamic;
    int updates;
    int sweeps;

    TransferModel(final int devices, final int rows, final int columns, final double step) {
        this.step = step;
        device = new double[devices][rows][columns];
        buffer = new double[devices - 1][rows][columns];
        mean = new double[rows][columns];
        reference = new double[rows][columns];
        turned = new boolean[rows];
        sign = new int[rows];
        Arrays.fill(sign, 1);
        next = new int[devices];
    }

    /** Raises the first device by so many steps everywhere, then transfers with that rate and momentum. */
    void update(final int steps, final double rate, final double momentum) {
        for (int row = 0; row < sign.length; row++) {
            for (int column = 0; column < mean[row].length; column++) {
                device[0][row][column] += sign[row] * steps * step;
            }
        }
        updates++;
        int every = 1;
        for (int k = 0; k + 1 < device.length; k++) {
            if (updates % every == 0) {
                transfer(k, next[k], rate, momentum);
                next[k] = (next[k] + 1) % sign.length;
            }
            every *= sign.length;
        }
    }

    private void transfer(final int k, final int row, final double rate, final double momentum) {
        final boolean writing = !dynamic || sweeps > period;
        for (int column = 0; column < mean[row].length; column++) {
            final double read = device[k][row][column];
            if (turned[row]) {
                reference[row][column] = mean[row][column];
            }
            final double signal = dynamic ? read - reference[row][column] : read;
            final double full = buffer[k][row][column] + sign[row] * signal * rate / step;
            final int steps = (int) Math.max(-1, Math.min(1, full));
            buffer[k][row][column] = steps == 0 ? full : full * momentum;
            device[k + 1][row][column] += writing ? steps * step : 0;
            mean[row][column] += share * (read - mean[row][column]);
        }
        turned[row] = sweeps % period == period - 1;
        if (turned[row]) {
            sign[row] = -sign[row];
        }
        sweeps += k == 0 && row == sign.length - 1 ? 1 : 0;
    }
}
