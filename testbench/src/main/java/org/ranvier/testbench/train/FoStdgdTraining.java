package org.ranvier.testbench.train;

import java.util.Map;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.fostdgd.FoStdgdChip;
import org.ranvier.programs.fostdgd.FoStdgdMapping;
import org.ranvier.programs.fostdgd.FoStdgdNetwork;
import org.ranvier.programs.fostdgd.FoStdgdRule;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SpikeSet;
import org.ranvier.testbench.energy.EnergyProfile;

/** A training run of FO-STDGD. */
public final class FoStdgdTraining extends Training {
    private final FoStdgdOptions options;
    private final DeviceSpec device;
    private final FoStdgdChip chip;

    /**
     * Builds the chip and loads the network.
     *
     * @param options what to do
     * @param data the data set
     * @param chipSpec the chip
     * @param profile what its events cost
     * @throws org.ranvier.core.error.ConfigurationException when the set holds fewer images or the network does not fit the chip
     */
    public FoStdgdTraining(
            final FoStdgdOptions options, final DataSet data, final ChipSpec chipSpec, final EnergyProfile profile) {
        super(options.run(), data, profile);
        this.options = options;
        device = options.rule().crossbars()
                ? DeviceName.parse(options.run().device()).device()
                : null;
        chip = new FoStdgdChip(new FoStdgdMapping(
                new FoStdgdNetwork(
                        options.run().sizes(trainImages().imageSize(), data.classes()),
                        options.rule(),
                        options.gains()[0],
                        options.gains()[1],
                        options.run().seed(),
                        device),
                input(),
                chipSpec));
    }

    @Override
    public String rule() {
        return "fo-stdgd";
    }

    @Override
    public String note() {
        final FoStdgdRule rule = options.rule();
        return ", order " + rule.order() + ", " + rule.eligibility().label() + " eligibility"
                + (options.periphery() == null ? "" : ", periphery " + options.periphery());
    }

    @Override
    public FoStdgdChip chip() {
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
        return options.rule().steps();
    }

    @Override
    public double eta() {
        return options.rule().rate();
    }

    @Override
    public double decay() {
        return 1;
    }

    @Override
    double learnEnable(final int epoch) {
        return 1;
    }

    @Override
    void learn(final ImageSet images, final int image, final int epoch) {
        if (images instanceof final SpikeSet spikes) {
            chip.learnSpikes(spikes.spikes(image), images.label(image));
        } else {
            chip.learn(images.pixels(), images.offset(image), images.label(image));
        }
    }

    @Override
    int classify(final ImageSet images, final int image) {
        return images instanceof final SpikeSet spikes
                ? chip.classifySpikes(spikes.spikes(image))
                : chip.classify(images.pixels(), images.offset(image));
    }

    @Override
    void describe(final Map<String, Object> settings) {
        final FoStdgdRule rule = options.rule();
        settings.put("order", rule.order());
        settings.put("mu", rule.rate());
        settings.put("eligibility", rule.eligibility().label());
        settings.put("hold", rule.hold());
        settings.put("rounding", rule.stochastic() ? "stochastic" : "nearest");
        settings.put("epsilon", rule.epsilon());
        settings.put("clip", rule.clip());
        settings.put("steps", rule.steps());
        settings.put("threshold", (double) rule.threshold() / FoStdgdRule.UNIT);
        settings.put("gain", options.gains());
        settings.put("periphery", options.periphery());
    }
}
