package org.ranvier.testbench.train;

import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.rpusgd.RpuSgdChip;
import org.ranvier.programs.rpusgd.RpuSgdMapping;
import org.ranvier.programs.rpusgd.RpuSgdNetwork;
import org.ranvier.rpu.Periphery;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.energy.EnergyProfile;

/** A training run of RPU-SGD. */
public final class RpuSgdTraining extends Training {
    private static final double USUAL_ETA = 0.2;
    private static final double ONE = 1 << 20;

    private final RpuSgdOptions options;
    private final DeviceSpec device;
    private final double eta;
    private final RpuSgdChip chip;

    /**
     * Builds the chip and loads the network.
     *
     * @param options what to do
     * @param data the data set
     * @param chipSpec the chip
     * @param profile what its events cost
     * @throws ConfigurationException when the set holds fewer images, an option is out of range or the network does not fit
     */
    public RpuSgdTraining(
            final RpuSgdOptions options, final DataSet data, final ChipSpec chipSpec, final EnergyProfile profile) {
        super(options.run(), data, profile);
        this.options = options;
        this.eta = options.run().eta() == null ? USUAL_ETA : options.run().eta();
        ConfigurationException.checkRange("--eta", eta, 1 / ONE, 1024);
        this.device = DeviceName.parse(options.run().device()).device();
        chip = new RpuSgdChip(new RpuSgdMapping(
                new RpuSgdNetwork(
                        options.run().sizes(trainImages().imageSize(), data.classes()),
                        options.activation(),
                        options.run().seed(),
                        device),
                chipSpec));
    }

    @Override
    public String rule() {
        return "rpu-sgd";
    }

    @Override
    public String note() {
        return ", periphery " + options.periphery();
    }

    @Override
    public RpuSgdChip chip() {
        return chip;
    }

    @Override
    public int[] sizes() {
        return chip.mapping().network().sizes();
    }

    @Override
    public DeviceSpec device() {
        return device;
    }

    @Override
    public int ticks() {
        return chip.mapping().network().learningTicks();
    }

    @Override
    public double eta() {
        return eta;
    }

    @Override
    public double decay() {
        return options.decay();
    }

    @Override
    double learnEnable(final int epoch) {
        double share = 1;
        for (int i = 0; i < epoch; i++) {
            share *= options.decay();
        }
        return share;
    }

    @Override
    void learn(final ImageSet images, final int image, final int epoch) {
        final int rate = (int) Math.max(1, Math.rint(eta * learnEnable(epoch) * ONE));
        chip.learn(images.pixels(), images.offset(image), images.label(image), rate);
    }

    @Override
    int classify(final ImageSet images, final int image) {
        return chip.classify(images.pixels(), images.offset(image));
    }

    @Override
    void describe(final Map<String, Object> settings) {
        final Periphery periphery = chip.layers().chip().tile().periphery();
        settings.put("activation", options.activation().label());
        settings.put("eta_decay", options.decay());
        settings.put("periphery", options.periphery());
        settings.put("update_type", periphery.update().type().reference());
        settings.put("desired_bl", periphery.update().desiredBl());
        settings.put("update_management", periphery.update().updateManagement());
        settings.put("update_bl_management", periphery.update().updateBlManagement());
    }
}
