package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.bench.ChipBench;
import org.ranvier.testbench.bench.CoreBench;
import org.ranvier.testbench.bench.FabricBench;
import org.ranvier.testbench.bench.Figure;
import org.ranvier.testbench.bench.FigureTable;
import org.ranvier.testbench.bench.Machine;
import org.ranvier.testbench.bench.ReadBench;
import org.ranvier.testbench.bench.RpuBench;
import org.ranvier.testbench.bench.SfdfaBench;
import org.ranvier.testbench.bench.ThreadsBench;
import org.ranvier.testbench.bench.TraceBench;
import org.ranvier.testbench.bench.TrainBench;
import org.ranvier.testbench.config.OutputFile;
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
            "  ranvier bench sfdfa      images a second of processor time, SFDFA training, 784-100-10, 100 steps",
            "  ranvier bench chip       heap of an empty chip of 128 cores, bytes allocated a cycle",
            "  ranvier bench core       synaptic events a second of processor time on benchmark networks, heap per synapse",
            "  ranvier bench trace      trace records a second of processor time; what a chip that can be traced loses",
            "  ranvier bench rpu        pulsed updates, coincidences and reads a second of processor time, one thread",
            "  ranvier bench threads    what a second thread gains on PB-L and on a 16x16 mesh"
        })
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_REPEATS = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "fabric|train|sfdfa|chip|core|trace|rpu|threads", description = "What is measured.")
    private Subject subject;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "Measurements of which the median is printed (default ${DEFAULT-VALUE}).")
    private int repeats = 5;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the figures as well, as JSON when the name ends in .json, otherwise as CSV.")
    private Path out;

    BenchCommand() {}

    /** What can be measured; the names are those of the command line. */
    enum Subject {
        fabric,
        train,
        sfdfa,
        chip,
        core,
        trace,
        rpu,
        threads
    }

    @Override
    public Integer call() {
        ConfigurationException.checkRange("--repeats", repeats, 1, MOST_REPEATS);
        if (out != null) {
            OutputFile.requireWritable("--out", out);
        }
        final PrintWriter print = spec.commandLine().getOut();
        final List<Figure> figures = new ArrayList<>();
        print.println(Machine.describe());
        print.flush();
        measure(figure -> {
            print.println(figure);
            print.flush();
            figures.add(figure);
        });
        if (out != null) {
            OutputFile.write(out, FigureTable.of(figures, out));
        }
        return 0;
    }

    private void measure(final Consumer<Figure> results) {
        switch (subject) {
            case fabric -> new FabricBench(repeats).run(results);
            case train -> new TrainBench(repeats).run(results);
            case sfdfa -> new SfdfaBench(repeats).run(results);
            case chip -> new ChipBench(repeats).run(results);
            case core -> new CoreBench(repeats).run(results);
            case trace -> new TraceBench(repeats).run(results);
            case threads -> new ThreadsBench(repeats).run(results);
            default -> {
                new RpuBench(repeats).run(results);
                new ReadBench(repeats).run(results);
            }
        }
    }
}
