package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.bench.ChipBench;
import org.ranvier.testbench.bench.FabricBench;
import org.ranvier.testbench.bench.Figure;
import org.ranvier.testbench.bench.Machine;
import org.ranvier.testbench.bench.TrainBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ranvier bench}: measures this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the simulator on this machine: medians over repeated measurements after warm-up.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier bench fabric     flit-hops a second of the exact network, and what an idle gap costs",
            "  ranvier bench train      images a second of SSNN-BP training, 784-100-10, 16 ticks",
            "  ranvier bench chip       heap of an empty chip of 128 cores, bytes allocated a cycle"
        })
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_REPEATS = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "fabric|train|chip", description = "What is measured.")
    private Subject subject;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "Measurements of which the median is printed (default ${DEFAULT-VALUE}).")
    private int repeats = 5;

    BenchCommand() {}

    /** What can be measured; the names are those of the command line. */
    enum Subject {
        fabric,
        train,
        chip
    }

    @Override
    public Integer call() {
        ConfigurationException.checkRange("--repeats", repeats, 1, MOST_REPEATS);
        final PrintWriter print = spec.commandLine().getOut();
        print.println(Machine.describe());
        print.flush();
        switch (subject) {
            case fabric -> new FabricBench(repeats).run(figure -> print(print, figure));
            case train -> new TrainBench(repeats).run(figure -> print(print, figure));
            default -> new ChipBench(repeats).run(figure -> print(print, figure));
        }
        return 0;
    }

    private static void print(final PrintWriter print, final Figure figure) {
        print.println(figure);
        print.flush();
    }
}
