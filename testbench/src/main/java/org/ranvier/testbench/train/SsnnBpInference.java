package org.ranvier.testbench.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.energy.EnergyProfile;

/**
 * Tests a saved model on a chip.
 *
 * <p>The chip's devices hold exactly the weights of the model, whatever devices it was trained on; or what phase-change memory
 * made of them.
 */
public final class SsnnBpInference {
    private static final double ONE = 1 << 20;

    private final Model.Header header;
    private final PcmOptions memory;
    private final DataSet data;
    private final ImageSet images;
    private final int winners;
    private final EnergyProfile profile;
    private final SsnnBpChip chip;

    /**
     * Builds the chip and loads the model.
     *
     * @param model the model
     * @param memory what holds the weights meanwhile; null for the crossbars' devices, which hold them exactly
     * @param data the data set; its test images are used
     * @param testSamples the first so many of them; null for all
     * @param winners winner spikes counted for an image, 1..1,000,000
     * @param chipSpec the chip
     * @param profile what its events cost
     * @throws ConfigurationException when model, data and chip do not fit each other
     */
    public SsnnBpInference(
            final Model model,
            final PcmOptions memory,
            final DataSet data,
            final Integer testSamples,
            final int winners,
            final ChipSpec chipSpec,
            final EnergyProfile profile) {
        this.profile = profile;
        this.header = model.header();
        this.memory = memory;
        this.data = data;
        this.images = Training.first("--test-samples", data.test(), testSamples);
        this.winners = ConfigurationException.checkRange("--infer-ticks", winners, 1, 1_000_000);
        final int[] sizes = header.sizes();
        final int layers = sizes.length - 1;
        if (sizes[0] != images.imageSize() || sizes[layers] != data.classes()) {
            throw new ConfigurationException("--model: it has " + sizes[0] + " inputs and " + sizes[layers]
                    + " outputs, images of " + data.name() + " have " + images.imageSize() + " pixels and "
                    + data.classes() + " classes");
        }
        final int[][][] weights = memory == null ? model.weights() : memory.hold(model.weights());
        chip = new SsnnBpChip(new SsnnBpMapping(
                new SsnnBpNetwork(
                        sizes,
                        header.ticks(),
                        header.align(),
                        header.betaShift(),
                        new int[layers],
                        new int[layers - 1],
                        header.seed(),
                        new IdealDevice(1 / ONE, 0, largest(weights))),
                chipSpec));
        for (int crossbar = 1; crossbar <= layers; crossbar++) {
            chip.weights(crossbar, weights[crossbar - 1]);
        }
    }

    /** The bound of devices that hold every weight. */
    private static double largest(final int[][][] weights) {
        int largest = 1;
        for (final int[][] crossbar : weights) {
            for (final int[] row : crossbar) {
                for (final int weight : row) {
                    largest = Math.max(largest, Math.abs(weight));
                }
            }
        }
        return largest / ONE;
    }

    /** @return the chip, which holds the model */
    public SsnnBpChip chip() {
        return chip;
    }

    /**
     * Tests it.
     *
     * @param listener hears of the progress
     * @return keys and values of the report
     */
    public Map<String, Object> run(final TrainListener listener) {
        final Tester tester = new Tester(
                chip, (set, image) -> chip.classify(set.pixels(), set.offset(image), winners), images, profile);
        final double accuracy = tester.accuracy(listener);
        final Figures figures = tester.figures();
        final Map<String, Object> report = new LinkedHashMap<>();
        report.put("rule", header.rule());
        report.put("dataset", data.origin());
        report.put("trained_on", header.dataset());
        report.put("sizes", header.sizes());
        report.put("fabric", chip.mapping().chip().fabric().label());
        report.put("profile", profile.name());
        report.put("wires", TrainSummary.wires(chip.mapping().chip().tile().wires()));
        report.put("pcm", memory == null ? null : memory.report());
        report.put("accuracy", accuracy);
        report.put("test_samples", images.count());
        report.put("infer_ticks", winners);
        report.put("cycles_per_inference", (double) figures.cycles() / figures.samples());
        report.put("seconds_per_inference", figures.seconds() / figures.samples());
        report.put("energy_per_inference_j", figures.energy().joules() / figures.samples());
        TrainSummary.putCosts(report, figures);
        report.put("weights_hash", String.format("%08x", chip.weightsHash()));
        return report;
    }
}
