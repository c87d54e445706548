package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.update.Engine;
import org.ranvier.rpu.update.PulseType;
import org.ranvier.rpu.update.UpdateSpec;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.rpu.OuterProduct;
import org.ranvier.testbench.rpu.OuterProductSpec;
import org.ranvier.testbench.rpu.OuterProductTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rpu outer-product}: the moments of a pulsed update. */
@Command(
        name = "outer-product",
        mixinStandardHelpOptions = true,
        description = {
            "Repeats one pulsed outer-product update, each time from weight 0, and writes mean, variance and covariances",
            "of the change W[i][j] -= lr d[i] x[j], beside what theory expects. Devices take constant steps; bounds are",
            "+-100. --out gets mean and variance of every device; a second file, its name ending in -cov before the",
            "extension, gets the covariance of every pair. Without --out, mean and variance are printed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier rpu outer-product --x 1,.8,.5 --d .02,-.05,.5 --lr .01 --bl 10 --out moments.csv",
            "  ranvier rpu outer-product --x 1,.8,.5 --d .02,-.05,.5 --lr .01 --bl 31 --um --ublm --c2c .3",
            "  ranvier rpu outer-product --x 1,.8 --d .5,-1 --lr .01 --bl 31 --type MeanCount --engine exact"
        })
final class RpuOuterProductCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--x", required = true, split = ",", paramLabel = "X", description = "Values of the x lines.")
    private float[] x;

    @Option(names = "--d", required = true, split = ",", paramLabel = "D", description = "Values of the d lines.")
    private float[] d;

    @Option(names = "--lr", required = true, paramLabel = "X", description = "Learning rate; may be negative.")
    private double learningRate;

    @Option(
            names = "--bl",
            paramLabel = "N",
            description = "Slots of an update, the most of them with --ublm: 1..65536 (default ${DEFAULT-VALUE}).")
    private int slots = 31;

    @Option(
            names = "--no-fixed-bl",
            description = "Let BL grow when the learning rate needs more pulses (without --ublm).")
    private boolean growing;

    @Option(names = "--um", description = "Update management: scale x and d to the same largest probability.")
    private boolean managed;

    @Option(names = "--ublm", description = "BL management: no more slots than needed; implies --um.")
    private boolean shortened;

    @Option(
            names = "--um-grad-scale",
            paramLabel = "X",
            description = "Factor on max|d| in update management: 1e-6..1e6 (default ${DEFAULT-VALUE}).")
    private double gradScale = 1;

    @Option(
            names = "--type",
            paramLabel = "NAME",
            description =
                    "StochasticCompressed, Stochastic, MeanCount or DeterministicImplicit (default ${DEFAULT-VALUE}).")
    private String type = "StochasticCompressed";

    @Option(names = "--c2c", paramLabel = "X", description = "Cycle-to-cycle noise of a step, relative (default 0).")
    private double cycleNoise;

    @Option(
            names = "--d2d",
            paramLabel = "X",
            description = "Device-to-device spread of steps, relative; every update then has new devices (default 0).")
    private double deviceSpread;

    @Option(names = "--dw", paramLabel = "X", description = "Mean step of a pulse (default ${DEFAULT-VALUE}).")
    private double step = 0.001;

    @Option(names = "--res", paramLabel = "X", description = "Step of the probability DAC: 0..1 (default 0: exact).")
    private double resolution;

    @Option(names = "--sto", description = "Round stochastically in that DAC.")
    private boolean stochastic;

    @Option(names = "--x-res", paramLabel = "X", description = "x step of DeterministicImplicit: 0..1 (default 0).")
    private double xResolution;

    @Option(names = "--d-res", paramLabel = "X", description = "d step of DeterministicImplicit: 0..1 (default 0).")
    private double dResolution;

    @Option(
            names = "--engine",
            paramLabel = "fast|exact",
            description = "All pulses at once, or one by one (default fast).")
    private String engine = "fast";

    @Option(names = "--updates", paramLabel = "N", description = "Updates (default ${DEFAULT-VALUE}).")
    private int updates = 200_000;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of everything random (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write the results.")
    private Path out;

    RpuOuterProductCommand() {}

    @Override
    public Integer call() {
        final OuterProductSpec experiment =
                new OuterProductSpec(update(), x, d, learningRate, step, cycleNoise, deviceSpread, updates, seed);
        final Path covariances = out == null ? null : beside(out);
        if (out != null) {
            OutputFile.requireWritable("--out", out);
            OutputFile.requireWritable("--out", covariances);
        }
        final OuterProduct result = OuterProduct.run(experiment);
        if (out == null) {
            spec.commandLine().getOut().print(OuterProductTable.moments(result));
        } else {
            OutputFile.write(out, OuterProductTable.moments(result));
            OutputFile.write(covariances, OuterProductTable.covariances(result));
        }
        return 0;
    }

    private UpdateSpec update() {
        return new UpdateSpec(
                PulseType.named("--type", type),
                ConfigurationException.checkRange("--bl", slots, 1, UpdateSpec.MOST_BL),
                !growing,
                managed,
                shortened,
                gradScale,
                ConfigurationException.checkRange("--res", resolution, 0, 1),
                stochastic,
                ConfigurationException.checkRange("--x-res", xResolution, 0, 1),
                ConfigurationException.checkRange("--d-res", dResolution, 0, 1),
                engine());
    }

    private Engine engine() {
        return switch (engine.toLowerCase(Locale.ROOT)) {
            case "fast" -> Engine.FAST;
            case "exact" -> Engine.EXACT;
            default -> throw ConfigurationException.of("--engine", engine, "fast or exact");
        };
    }

    /** Names the file of covariances: {@code a.csv} has {@code a-cov.csv}. */
    private static Path beside(final Path file) {
        final String name = file.getFileName().toString();
        final int dot = name.lastIndexOf('.');
        final int end = dot > 0 ? dot : name.length();
        return file.resolveSibling(name.substring(0, end) + "-cov" + name.substring(end));
    }
}
