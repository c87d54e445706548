package org.ranvier.testbench.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.sfdfa.SfdfaChip;
import org.ranvier.programs.sfdfa.SfdfaMapping;
import org.ranvier.programs.sfdfa.SfdfaNetwork;
import org.ranvier.programs.sfdfa.SfdfaRates;
import org.ranvier.programs.sfdfa.SfdfaRule;
import org.ranvier.programs.sfdfa.SfdfaStart;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SpikeSet;
import org.ranvier.testbench.energy.EnergyProfile;

/** A training run of SFDFA. */
public final class SfdfaTraining extends Training {
    private static final double ONE_Q16 = 1 << 16;
    private static final double ONE_Q12 = 1 << 12;
    private static final double ONE_Q10 = 1 << 10;

    private final SfdfaOptions options;
    private final SfdfaChip chip;
    private final List<Double> alignment = new ArrayList<>();
    private long learnt;

    /**
     * Builds the chip and loads the network.
     *
     * @param options what to do
     * @param data the data set
     * @param chipSpec the chip
     * @param profile what its events cost
     * @throws org.ranvier.core.error.ConfigurationException when the set holds fewer images or the network does not fit the chip
     */
    public SfdfaTraining(
            final SfdfaOptions options, final DataSet data, final ChipSpec chipSpec, final EnergyProfile profile) {
        super(options.run(), data, profile);
        this.options = options;
        chip = new SfdfaChip(new SfdfaMapping(
                new SfdfaNetwork(
                        options.run().sizes(trainImages().imageSize(), data.classes()),
                        options.rule(),
                        options.start(),
                        options.run().seed()),
                input(),
                chipSpec));
    }

    @Override
    public String rule() {
        return "sfdfa";
    }

    @Override
    public String note() {
        return ", recipe " + options.recipe().label() + ", " + (options.rule().learnedFeedback() ? "learned" : "random")
                + " feedback";
    }

    @Override
    public SfdfaChip chip() {
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
        return options.rule().steps();
    }

    @Override
    public double eta() {
        return StrictMath.scalb(1.0, -options.schedule().first().hiddenShift());
    }

    @Override
    public double decay() {
        return 1;
    }

    @Override
    double learnEnable(final int epoch) {
        return StrictMath.scalb(1.0, -options.schedule().halved((long) epoch * trainSamples()));
    }

    @Override
    void learn(final ImageSet images, final int image, final int epoch) {
        final SfdfaRates rates = options.schedule().rates(learnt);
        if (images instanceof final SpikeSet spikes) {
            chip.learnSpikes(spikes.spikes(image), images.label(image), rates);
        } else {
            chip.learn(images.pixels(), images.offset(image), images.label(image), rates);
        }
        learnt++;
    }

    @Override
    int[] order(final int epoch) {
        return options.shuffle()
                ? super.order(epoch)
                : IntStream.range(0, trainSamples()).toArray();
    }

    @Override
    int classify(final ImageSet images, final int image) {
        return images instanceof final SpikeSet spikes
                ? chip.classifySpikes(spikes.spikes(image))
                : chip.classify(images.pixels(), images.offset(image));
    }

    @Override
    void learnt() {
        final int hidden = chip.mapping().network().layers() - 1;
        alignment.add(cosine(chip.state().feedback(hidden), chip.arrays().weights(hidden + 1)));
    }

    /** The cosine between two matrices of one shape, taken as vectors; 0 if one is all zeros. */
    private static double cosine(final int[][] a, final int[][] b) {
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        for (int row = 0; row < a.length; row++) {
            for (int column = 0; column < a[row].length; column++) {
                product += (double) a[row][column] * b[row][column];
                squareA += (double) a[row][column] * a[row][column];
                squareB += (double) b[row][column] * b[row][column];
            }
        }
        return product == 0 ? 0 : product / Math.sqrt(squareA * squareB);
    }

    /** {@inheritDoc} Weights are stored pre x post, which is the transpose that feedback estimates. */
    @Override
    Map<String, Object> results() {
        return Map.of("feedback_alignment", alignment);
    }

    @Override
    void saveOwn(final StateWriter out) {
        out.putLong(learnt).putInt(alignment.size());
        alignment.forEach(out::putDouble);
    }

    @Override
    void restoreOwn(final StateReader in) {
        learnt = in.getLong();
        alignment.clear();
        for (int left = in.getInt(); left > 0; left--) {
            alignment.add(in.getDouble());
        }
    }

    @Override
    void describe(final Map<String, Object> settings) {
        final SfdfaRule rule = options.rule();
        settings.put("recipe", options.recipe().label());
        settings.put("shuffle", options.shuffle());
        settings.put("gradient", rule.exactGradient() ? "exact" : "smooth");
        settings.put("intra_neuron", rule.intraNeuron());
        settings.put("feedback", rule.learnedFeedback() ? "learned" : "random");
        settings.put("normaliser", rule.normaliser().name().toLowerCase(Locale.ROOT));
        settings.put("weight_bits", rule.weightBits());
        settings.put("last_input", rule.lastInput());
        settings.put("potential_shift", rule.potentialShift());
        settings.put("current_shift", rule.currentShift());
        settings.put("theta_hidden", rule.hiddenThreshold() / ONE_Q16);
        settings.put("theta_output", rule.outputThreshold() / ONE_Q16);
        settings.put("targets", new int[] {rule.labelTarget(), rule.otherTarget()});
        settings.put("regulariser", rule.regulariser() / ONE_Q12);
        settings.put("target_rate", rule.targetRate() / ONE_Q16);
        final SfdfaStart start = options.start();
        settings.put("init_hidden", range(start.hiddenLow(), start.hiddenHigh()));
        settings.put("init_deep", range(start.deepLow(), start.deepHigh()));
        settings.put("init_output", range(start.outputLow(), start.outputHigh()));
        settings.put("s1", options.schedule().first().hiddenShift());
        settings.put("s2", options.schedule().first().outputShift());
        settings.put("lrb_shift", options.schedule().first().feedbackShift());
        settings.put("lrb_warm_up", options.schedule().warmUp());
        settings.put("halvings", options.schedule().halvings());
    }

    private static double[] range(final int low, final int high) {
        return new double[] {low / ONE_Q10, high / ONE_Q10};
    }
}
