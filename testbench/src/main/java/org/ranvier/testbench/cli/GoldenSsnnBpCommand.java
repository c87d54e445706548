package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.train.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code golden ssnn-bp}. */
@Command(
        name = "ssnn-bp",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Learns training images on the chip, in the order of the set, and prints one JSON object a line with the keys",
            "  image, label     index in the training set, and its class",
            "  counts           winner spikes per class in this image",
            "  weights_hash     h = 31 h + w over crossbars 1..L in row-major order, bias rows last, 8 hex digits",
            "  coincidences     device pulses per crossbar 1..L, cumulative",
            "  spikes           forward spikes per layer 0..L (0 the input, L the winners), cumulative",
            "  gradient_spikes  gradient spikes per layer 1..L, after the gate, cumulative"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier golden ssnn-bp --sizes 784-20-10 --seed 7 --ticks 6 --dw 1/256 --first-image 0 --images 5",
            "  ranvier golden ssnn-bp --sizes 784-40-30-10 --seed 3 --ticks 8 --dw 0.004 --images 3 --align false"
        })
final class GoldenSsnnBpCommand implements Callable<Integer> {
    private static final double ONE = 1 << 20;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--sizes",
            paramLabel = "N-N-N",
            converter = LayerSizes.Converter.class,
            description = "Neurons of layers 0..L (default ${DEFAULT-VALUE}).",
            defaultValue = "784-20-10")
    private LayerSizes sizes;

    @Option(names = "--seed", paramLabel = "S", description = "Any 64-bit integer (default ${DEFAULT-VALUE}).")
    private long seed = 7;

    @Option(names = "--ticks", paramLabel = "N", description = "Learning ticks of an image (default ${DEFAULT-VALUE}).")
    private int ticks = 6;

    @Option(
            names = "--dw",
            paramLabel = "X",
            converter = FractionConverter.class,
            defaultValue = "1/256",
            description = "Step of a pulse, a fraction or a decimal, 2^-20..1 (default ${DEFAULT-VALUE}).")
    private double dw;

    @Option(
            names = "--first-image",
            paramLabel = "I",
            description = "Index of the first one (default ${DEFAULT-VALUE}).")
    private int firstImage;

    @Option(names = "--images", paramLabel = "N", description = "How many (default ${DEFAULT-VALUE}).")
    private int images = 5;

    @Option(
            names = "--beta-shift",
            paramLabel = "N",
            description = "log2 of the inverse temperature of the output, 0..8 (default ${DEFAULT-VALUE}).")
    private int betaShift = 1;

    @Option(
            names = "--theta-shifts",
            paramLabel = "N",
            split = ",",
            description = "log2 of the saturation of layers 1..L, 0..10; the output's is unused (default all 0).")
    private int[] thetaShifts;

    @Option(
            names = "--align",
            arity = "1",
            paramLabel = "true|false",
            description = "Delay lines pair a gradient spike with the spike that caused it (default ${DEFAULT-VALUE}).")
    private boolean align = true;

    @Option(
            names = "--learn-enable",
            paramLabel = "P",
            description = "Probability that a tick updates weights, 0..1 (default ${DEFAULT-VALUE}).")
    private double learnEnable = 1;

    @Mixin
    private DataOptions data;

    @Mixin
    private ChipOptions chip;

    GoldenSsnnBpCommand() {}

    @Override
    public Integer call() {
        ConfigurationException.checkRange("--dw", dw, 1 / ONE, 1);
        ConfigurationException.checkRange("--learn-enable", learnEnable, 0, 1);
        final int[] shifts = thetaShifts == null ? new int[sizes.layers()] : thetaShifts;
        final IdealDevice device = new IdealDevice(dw, 0, 1);
        final SsnnBpNetwork network = new SsnnBpNetwork(
                sizes.neurons(), ticks, align, betaShift, shifts, new int[sizes.layers() - 1], seed, device);
        final SsnnBpMapping mapping = new SsnnBpMapping(network, chip.spec());
        final DataSet set = data.load("mnist");
        final ImageSet train = set.requireTrain();
        check(set, train);
        final PrintWriter out = command.commandLine().getOut();
        final SsnnBpChip learner = new SsnnBpChip(mapping);
        for (int image = firstImage; image < firstImage + images; image++) {
            learner.learn(train.pixels(), train.offset(image), train.label(image), (int) Math.round(learnEnable * ONE));
            out.println(Json.line(report(learner, image, train.label(image))));
            out.flush();
        }
        return 0;
    }

    private void check(final DataSet set, final ImageSet train) {
        if (sizes.inputs() != train.imageSize()) {
            throw ConfigurationException.of(
                    "--sizes",
                    sizes.inputs() + " inputs",
                    train.imageSize() + ", the pixels of an image of " + set.name());
        }
        if (sizes.outputs() < set.classes()) {
            throw ConfigurationException.of(
                    "--sizes",
                    sizes.outputs() + " outputs",
                    "at least " + set.classes() + ", the classes of " + set.name());
        }
        ConfigurationException.checkRange("--first-image", firstImage, 0, train.count() - 1);
        ConfigurationException.checkRange("--images", images, 1, train.count() - firstImage);
    }

    private static Map<String, Object> report(final SsnnBpChip chip, final int image, final int label) {
        final int layers = chip.mapping().network().layers();
        final long[] coincidences = new long[layers];
        final long[] spikes = new long[layers + 1];
        final long[] gradient = new long[layers];
        spikes[0] = chip.spikes(0);
        for (int layer = 1; layer <= layers; layer++) {
            spikes[layer] = chip.spikes(layer);
            gradient[layer - 1] = chip.gradientSpikes(layer);
            coincidences[layer - 1] = chip.coincidences(layer);
        }
        final Map<String, Object> report = new LinkedHashMap<>();
        report.put("image", image);
        report.put("label", label);
        report.put("counts", chip.winnerCounts());
        report.put("weights_hash", String.format("%08x", chip.weightsHash()));
        report.put("coincidences", coincidences);
        report.put("spikes", spikes);
        report.put("gradient_spikes", gradient);
        return report;
    }
}
