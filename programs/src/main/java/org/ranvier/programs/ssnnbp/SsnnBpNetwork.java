package org.ranvier.programs.ssnnbp;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.packet.Packet;
import org.ranvier.rpu.device.DeviceSpec;

/**
 * A network for SSNN-BP and the constants of its rule.
 *
 * <p>Crossbar l, from 1, joins layer l-1 to layer l. Scales are powers of two: an activation saturates at 2^theta, a gradient
 * probability is |v| 2^kappa, winner scores are u 2^beta.
 *
 * @param sizes neurons of layers 0..L, the input first
 * @param ticks learning ticks N of a sample
 * @param align true: delay lines pair each gradient spike with the spike that caused it
 * @param betaShift log2 of the inverse temperature of the winner-take-all
 * @param thetaShifts log2 of theta of layers 1..L; the output's is unused
 * @param kappaShifts log2 of kappa of layers 1..L-1
 * @param seed the run's seed: random lanes and initial weights
 * @param device the crossbars' devices
 */
public record SsnnBpNetwork(
        int[] sizes,
        int ticks,
        boolean align,
        int betaShift,
        int[] thetaShifts,
        int[] kappaShifts,
        long seed,
        DeviceSpec device) {
    private static final int MAX_LAYERS = 16;

    /** Checks shapes and ranges. */
    public SsnnBpNetwork {
        checkRange("layers", sizes.length, 2, MAX_LAYERS);
        for (final int size : sizes) {
            checkRange("layer size", size, 1, Packet.MAX_KEY);
        }
        checkRange("--ticks", ticks, 1, 1_000_000);
        checkRange("--beta-shift", betaShift, 0, 8);
        checkShifts("--theta-shifts", thetaShifts, sizes.length - 1);
        checkShifts("kappa shifts", kappaShifts, sizes.length - 2);
        for (final int theta : thetaShifts) {
            checkRange("--theta-shifts", theta, 0, 10);
        }
    }

    private static void checkShifts(final String option, final int[] shifts, final int expected) {
        if (shifts.length != expected) {
            throw ConfigurationException.of(option, Arrays.toString(shifts), expected + " numbers, one a layer");
        }
        for (final int shift : shifts) {
            checkRange(option, shift, -20, 20);
        }
    }

    /**
     * A network with the recommended constants: aligned, beta 2, theta and kappa 1.
     *
     * @param sizes neurons of layers 0..L
     * @param ticks learning ticks of a sample
     * @param seed the run's seed
     * @param device the crossbars' devices
     * @return the network
     */
    public static SsnnBpNetwork of(final int[] sizes, final int ticks, final long seed, final DeviceSpec device) {
        final int layers = sizes.length - 1;
        return new SsnnBpNetwork(
                sizes, ticks, true, 1, new int[Math.max(0, layers)], new int[Math.max(0, layers - 1)], seed, device);
    }

    /** @return L, the number of crossbars */
    public int layers() {
        return sizes.length - 1;
    }

    /** @return ticks of a learning sample: the window of every crossbar, and the warm-up of the pipeline */
    public int learningTicks() {
        return ticks + 2 * layers() - 1;
    }

    /**
     * @param winners winner spikes to be counted
     * @return ticks of a test sample
     */
    public int inferenceTicks(final int winners) {
        return winners + layers();
    }
}
