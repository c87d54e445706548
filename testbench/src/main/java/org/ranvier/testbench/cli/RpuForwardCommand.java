package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.parasitic.ArrayWires;
import org.ranvier.rpu.read.ReadOption;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.rpu.ForwardCase;
import org.ranvier.testbench.rpu.ForwardExperiment;
import org.ranvier.testbench.rpu.ForwardResult;
import org.ranvier.testbench.rpu.WaveArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rpu forward}: bias, noise and error of reads. */
@Command(
        name = "forward",
        mixinStandardHelpOptions = true,
        description = {
            "Reads an array again and again and prints bias, noise and error against the exact product, one line per input.",
            "",
            "Weights are w_scale 0.5 sin(0.37 i + 0.11 j + 0.0013 i j) for column i and row j, counted from 1. Inputs, for line j:"
                    + " 0: c = cos(0.05 j); 1: 0.02 c; 2: 0.75 + 0.25 c; 3: 1 on every tenth line from the first, else 0."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier rpu forward --io default --rows 784 --cols 256",
            "  ranvier rpu forward --io preset --rows 256 --cols 10 --dir bwd --input 0,3 --out preset.csv",
            "  ranvier rpu forward --set out_noise=.1 --set bound_management=None --w-scale 8",
            "  ranvier rpu forward --set w_noise_type=PCMRead,w_noise=.0175 --reps 1000 --seed 7",
            "  ranvier rpu forward --io perfect --set is_perfect=0,out_noise=0,ir_drop=1,inp_res=0,out_res=0",
            "  ranvier rpu forward --io perfect --wires 1e-3 --rows 64 --cols 64 --reps 1     what resistance costs",
            "  ranvier rpu forward --list-options           what --set knows, with units, ranges and defaults"
        })
final class RpuForwardCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--io",
            paramLabel = "NAME",
            description = "The periphery: default, preset, standard or perfect (default: ${DEFAULT-VALUE}).")
    private String io = "default";

    @Option(
            names = "--set",
            split = ",",
            paramLabel = "OPTION=VALUE",
            description = "Changes an option of the periphery; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--rows", paramLabel = "N", description = "Row lines (default ${DEFAULT-VALUE}).")
    private int rows = 784;

    @Option(names = "--cols", paramLabel = "N", description = "Column lines (default ${DEFAULT-VALUE}).")
    private int columns = 256;

    @Option(
            names = "--dir",
            paramLabel = "fwd|bwd",
            description = "Drive rows and sense columns, or the other way round (default ${DEFAULT-VALUE}).")
    private Direction direction = Direction.fwd;

    @Option(
            names = "--input",
            split = ",",
            paramLabel = "K",
            description = "Which inputs, each 0..3 (default: 0,1,2,3).")
    private int[] inputs = {0, 1, 2, 3};

    @Option(names = "--w-scale", paramLabel = "X", description = "Factor of the weights (default ${DEFAULT-VALUE}).")
    private double weightScale = 1;

    @Option(names = "--reps", paramLabel = "N", description = "Reads per input (default ${DEFAULT-VALUE}).")
    private int repetitions = 4000;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the noise (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private WiresOption wires;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "The first column of the table (default: the periphery and its changes).")
    private String name;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write the table to a file as well.")
    private Path out;

    @Option(names = "--list-options", description = "List the options of a periphery and exit.")
    private boolean list;

    RpuForwardCommand() {}

    /** Which way an array is read; the names are those of the command line. */
    enum Direction {
        fwd,
        bwd
    }

    @Override
    public Integer call() {
        final PrintWriter print = spec.commandLine().getOut();
        final ReadSpec periphery = PeripheryOptions.reads(io).with(settings);
        if (list) {
            listOptions(print, periphery);
            return 0;
        }
        if (out != null) {
            OutputFile.requireWritable("--out", out);
        }
        final String label = label();
        final WaveArray array = new WaveArray(rows, columns, weightScale);
        final StringBuilder table = new StringBuilder(ForwardResult.HEADER);
        print.print(ForwardResult.HEADER);
        for (final int input : inputs) {
            final ForwardCase run = new ForwardCase(
                    periphery, wires.apply((ArrayWires) null), direction == Direction.bwd, input, repetitions, seed);
            final String line = ForwardExperiment.run(array, run).csv(label, array, run);
            table.append(line);
            print.print(line);
            print.flush();
        }
        if (out != null) {
            OutputFile.write(out, table.toString());
        }
        return 0;
    }

    private String label() {
        if (name != null) {
            if (name.contains(",")) {
                throw ConfigurationException.of("--name", name, "a text without commas");
            }
            return name;
        }
        return settings.isEmpty()
                ? io
                : io
                        + settings.entrySet().stream()
                                .map(e -> " " + e.getKey() + "=" + e.getValue())
                                .collect(Collectors.joining());
    }

    private static void listOptions(final PrintWriter print, final ReadSpec periphery) {
        print.printf("%-22s %-20s %-18s %s%n", "option", "value", "unit", "meaning; allowed values; default");
        for (final ReadOption option : ReadOption.values()) {
            print.printf(
                    "%-22s %-20s %-18s %s; %s; %s%n",
                    option.key(),
                    periphery.text(option),
                    option.unit(),
                    option.meaning(),
                    option.range(),
                    option.standard());
        }
    }
}
