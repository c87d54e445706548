package org.ranvier.testbench.train;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.IdealDevice;

/**
 * How a learning rate eta is made from what the hardware has: N ticks, a step dw per pulse and a learn-enable probability q,
 * eta = N dw q.
 *
 * <p>The ideal device takes dw = eta / N and q = 1, unless its step is given. Any other device has the step it has, so q = eta / (N dw) thins its pulses;
 * an eta beyond N dw is out of its reach. The probability then decays by a constant factor an epoch.
 *
 * @param eta the learning rate of the first epoch
 * @param device the device, with its step
 * @param learnEnable q of the first epoch, 0..1
 * @param decay factor on q from epoch to epoch, 0..1
 */
record LearningRate(double eta, DeviceSpec device, double learnEnable, double decay) {
    private static final int ONE = 1 << 20;

    /**
     * Derives step and probability.
     *
     * @param options ticks, eta, decay and device
     * @param usual eta when the options have none, limited to what the device reaches
     * @return the rate
     * @throws ConfigurationException when the device cannot learn that fast, or the step is below the weights' resolution
     */
    static LearningRate of(final TrainOptions options, final double usual) {
        final DeviceName name = DeviceName.parse(options.device());
        final DeviceSpec device = name.device();
        if (device.type().equals(IdealDevice.TYPE) && !name.options().containsKey("step")) {
            final double eta = options.eta() == null ? usual : options.eta();
            checkRange("--eta", eta, options.ticks() * 0x1p-20, options.ticks());
            return new LearningRate(eta, device.with("step", eta / options.ticks()), 1, options.decay());
        }
        final double fastest = options.ticks() * device.granularity();
        if (options.eta() == null) {
            final double eta = Math.min(usual, fastest);
            return new LearningRate(eta, device, eta / fastest, options.decay());
        }
        if (options.eta() > fastest) {
            throw new ConfigurationException("--eta: " + options.eta() + " is not allowed, expected at most " + fastest
                    + " with --ticks " + options.ticks() + " and the " + device.type() + " device's step of "
                    + device.granularity() + "; or at least --ticks "
                    + (long) Math.ceil(options.eta() / device.granularity()));
        }
        return new LearningRate(options.eta(), device, options.eta() / fastest, options.decay());
    }

    /**
     * @param epoch from 0
     * @return the learn-enable threshold of its ticks, in units of 2^-20: 0..2^20
     */
    int learnEnableQ20(final int epoch) {
        double q = learnEnable;
        for (int i = 0; i < epoch; i++) {
            q *= decay;
        }
        return (int) Math.round(q * ONE);
    }
}
