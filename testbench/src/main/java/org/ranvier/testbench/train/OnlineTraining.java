package org.ranvier.testbench.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.rules.OnlineChip;
import org.ranvier.programs.rules.OnlineMapping;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.baseline.OnlineLearning;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.energy.EnergyProfile;

/** A training run of OTTT or e-prop. */
public final class OnlineTraining extends Training {
    private static final double ONE = 1 << 20;

    private final OnlineOptions options;
    private final OnlineChip chip;

    /**
     * Builds the chip and loads the network.
     *
     * @param options what to do
     * @param data the data set
     * @param chipSpec the chip
     * @param profile what its events cost
     * @throws ConfigurationException when the set holds fewer images, an option is out of range or the network does not fit
     */
    public OnlineTraining(
            final OnlineOptions options, final DataSet data, final ChipSpec chipSpec, final EnergyProfile profile) {
        super(options.run(), data, profile);
        this.options = options;
        if (options.run().hidden().length != 1) {
            throw ConfigurationException.of(
                    "--hidden", options.run().hidden().length + " layers", "one: errors go back one layer a tick");
        }
        chip = new OnlineChip(new OnlineMapping(
                options.network(options.run().sizes(trainImages().imageSize(), data.classes())), chipSpec));
        ConfigurationException.checkRange("--eta", options.eta(), chip.smallestRate() / ONE, 1000);
    }

    @Override
    public String rule() {
        return options.rule();
    }

    @Override
    public OnlineChip chip() {
        return chip;
    }

    @Override
    public int[] sizes() {
        return chip.mapping().network().sizes();
    }

    @Override
    public DeviceSpec device() {
        return null;
    }

    @Override
    public int ticks() {
        return options.ticks();
    }

    @Override
    public double eta() {
        return options.eta();
    }

    @Override
    public double decay() {
        return options.decay();
    }

    @Override
    double learnEnable(final int epoch) {
        return StrictMath.pow(options.decay(), epoch);
    }

    @Override
    void learn(final ImageSet images, final int image, final int epoch) {
        final int rate = (int) Math.max(chip.smallestRate(), Math.rint(options.eta() * learnEnable(epoch) * ONE));
        chip.learn(images.pixels(), images.offset(image), images.label(image), rate);
    }

    @Override
    int classify(final ImageSet images, final int image) {
        return chip.classify(images.pixels(), images.offset(image));
    }

    /** {@inheritDoc} The rule itself in double precision comes first: {@code double_precision}. */
    @Override
    public Map<String, Double> baseline(final String dataset) {
        final OnlineLearning network = new OnlineLearning(options.baseline(sizes()));
        for (int epoch = 0; epoch < runOptions().epochs(); epoch++) {
            network.trainEpoch(trainImages(), epoch);
        }
        final Map<String, Double> accuracies = new LinkedHashMap<>();
        accuracies.put("double_precision", network.accuracy(testImages()));
        accuracies.putAll(super.baseline(dataset));
        return accuracies;
    }

    @Override
    void describe(final Map<String, Object> settings) {
        options.describe(settings);
    }
}
