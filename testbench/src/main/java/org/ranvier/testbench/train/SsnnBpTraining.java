package org.ranvier.testbench.train;

import java.util.Map;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.energy.EnergyProfile;

/** A training run of SSNN-BP. */
public final class SsnnBpTraining extends Training {
    private static final double USUAL_ETA = 0.05;
    private static final double FASHION_ETA = 0.01;
    private static final double ONE = 1 << 20;

    private final TrainOptions options;
    private final LearningRate rate;
    private final SsnnBpChip chip;

    /**
     * Builds the chip and loads the network.
     *
     * @param options what to do
     * @param data the data set
     * @param chipSpec the chip
     * @param profile what its events cost
     * @throws org.ranvier.core.error.ConfigurationException when the set holds fewer images, the device cannot learn at that rate
     *     or the network does not fit the chip
     */
    public SsnnBpTraining(
            final TrainOptions options, final DataSet data, final ChipSpec chipSpec, final EnergyProfile profile) {
        super(options.run(), data, profile);
        this.options = options;
        this.rate = LearningRate.of(options, data.name().equals("fashion-mnist") ? FASHION_ETA : USUAL_ETA);
        final int[] sizes = options.run().sizes(trainImages().imageSize(), data.classes());
        final int layers = sizes.length - 1;
        chip = new SsnnBpChip(new SsnnBpMapping(
                new SsnnBpNetwork(
                        sizes,
                        options.ticks(),
                        options.align(),
                        1,
                        new int[layers],
                        new int[layers - 1],
                        options.run().seed(),
                        rate.device()),
                chipSpec));
    }

    @Override
    public String rule() {
        return "ssnn-bp";
    }

    @Override
    Double meanFieldAccuracy() {
        final int[][][] weights = new int[chip.mapping().network().layers()][][];
        for (int crossbar = 1; crossbar <= weights.length; crossbar++) {
            weights[crossbar - 1] = chip.weights(crossbar);
        }
        return new MeanField(weights).accuracy(testImages());
    }

    @Override
    public SsnnBpChip chip() {
        return chip;
    }

    @Override
    public int[] sizes() {
        return chip.mapping().network().sizes();
    }

    @Override
    public DeviceSpec device() {
        return rate.device();
    }

    @Override
    public int ticks() {
        return options.ticks();
    }

    @Override
    public double eta() {
        return rate.eta();
    }

    @Override
    public double decay() {
        return options.decay();
    }

    @Override
    double learnEnable(final int epoch) {
        return rate.learnEnableQ20(epoch) / ONE;
    }

    @Override
    void learn(final ImageSet images, final int image, final int epoch) {
        chip.learn(images.pixels(), images.offset(image), images.label(image), rate.learnEnableQ20(epoch));
    }

    @Override
    int classify(final ImageSet images, final int image) {
        return chip.classify(images.pixels(), images.offset(image), options.inferTicks());
    }

    @Override
    void describe(final Map<String, Object> settings) {
        settings.put("align", options.align());
        settings.put("learn_enable_decay", options.decay());
        settings.put("infer_ticks", options.inferTicks());
        settings.put("beta_shift", chip.mapping().network().betaShift());
    }
}
