package org.ranvier.programs.rpusgd;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.packet.Packet;
import org.ranvier.rpu.device.DeviceSpec;

/**
 * A network for RPU-SGD. Crossbar l, from 1, joins layer l-1 to layer l.
 *
 * @param sizes neurons of layers 0..L, the input first
 * @param activation the function of the hidden layers; the output is a softmax
 * @param seed the run's seed: initial weights, devices and noise
 * @param device the crossbars' devices
 */
public record RpuSgdNetwork(int[] sizes, Activation activation, long seed, DeviceSpec device) {
    private static final int MAX_LAYERS = 16;

    /** Most outputs: the exponentials of a softmax are summed in 32 bit. */
    private static final int MAX_OUTPUTS = 2047;

    /** Checks shapes and ranges. */
    public RpuSgdNetwork {
        checkRange("layers", sizes.length, 2, MAX_LAYERS);
        for (final int size : sizes) {
            checkRange("layer size", size, 1, Packet.MAX_KEY);
        }
        checkRange("outputs", sizes[sizes.length - 1], 1, MAX_OUTPUTS);
    }

    /** @return L, the number of crossbars */
    public int layers() {
        return sizes.length - 1;
    }

    /** @return ticks of a learning sample: pixels, every layer forward, and every layer but the last back */
    public int learningTicks() {
        return 2 * layers();
    }

    /** @return ticks of a test sample: pixels, and every layer forward */
    public int inferenceTicks() {
        return layers() + 1;
    }
}
