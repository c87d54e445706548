package org.ranvier.testbench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.population.PopulationChip;
import org.ranvier.testbench.fault.FaultReport;
import org.ranvier.testbench.nir.chip.Calibration;
import org.ranvier.testbench.nir.chip.ChipExecutor;
import org.ranvier.testbench.nir.chip.Differences;
import org.ranvier.testbench.nir.chip.Precision;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.run.Executor;
import org.ranvier.testbench.nir.run.FloatExecutor;
import org.ranvier.testbench.nir.run.RunRules;
import org.ranvier.testbench.report.CorePlace;
import org.ranvier.testbench.report.SampleRecorder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say who computes a network, and the executor that they ask for. */
final class NirExecution {
    private static final String FLOAT = "float";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--precision",
            paramLabel = "float|q15|int8",
            description =
                    "Who computes. float: a model in 64-bit floating point; q15, int8: the chip, with weights of 16 or 8"
                            + " bits (default ${DEFAULT-VALUE}).")
    private String precision = FLOAT;

    @Option(
            names = "--calibrate",
            paramLabel = "N",
            description = "On the chip: units are chosen by the first N recordings, or the CSV file (default"
                    + " ${DEFAULT-VALUE}).")
    private int samples = 4;

    @Mixin
    private ChipOptions chip;

    @Mixin
    private FaultOptions faults;

    @Mixin
    private EnergyOptions energy;

    @Mixin
    private TraceOptions trace;

    private ChipExecutor onChip;
    private SampleRecorder recorder;
    private Differences differences;

    /** @return whether a chip computes */
    boolean usesChip() {
        return !precision.equals(FLOAT);
    }

    /** @return {@code float}, {@code q15} or {@code int8} */
    String precision() {
        return precision;
    }

    /** @return recordings that units are chosen by */
    int calibrate() {
        return ConfigurationException.checkRange("--calibrate", samples, 1, 1 << 20);
    }

    /**
     * Makes the executor.
     *
     * @param network the network
     * @param rules what NIR leaves open
     * @param show shows a calibration its samples
     * @param observed whether a chip is observed for a page
     * @return the executor
     */
    Executor executor(
            final Network network, final RunRules rules, final Consumer<Calibration> show, final boolean observed) {
        final Executor model = new FloatExecutor(network, rules);
        if (!usesChip()) {
            faults.refuse("--precision " + FLOAT, "q15 or int8: faults are those of a chip");
            trace.refuse("--precision " + FLOAT, "q15 or int8: a trace shows a chip");
            return model;
        }
        final Precision bits = bits();
        calibrate();
        final Calibration calibration = new Calibration(network, rules);
        show.accept(calibration);
        onChip = new ChipExecutor(network, rules, calibration, bits, faults.apply(chip.spec()), !chip.given());
        onChip.chip().chip().faults().check();
        Main.observer(command).built(onChip.chip().chip(), onChip.chip().spec());
        if (observed) {
            recorder = recorder(onChip.chip());
        }
        differences = new Differences(network, onChip, model);
        return differences;
    }

    private SampleRecorder recorder(final PopulationChip observed) {
        final List<CorePlace> places = new ArrayList<>();
        for (int i = 0; i < observed.mapping().cores(); i++) {
            final Core core = observed.chip().cores().get(i);
            places.add(CorePlace.of(
                    core,
                    core.program().name(),
                    Integer.toString(i),
                    observed.mapping().neurons(i)));
        }
        return SampleRecorder.of(Main.words(command), observed.chip(), observed.spec(), places, energy.profile());
    }

    /** @return the faults that happened, a line each */
    List<String> faults() {
        return onChip == null ? List.of() : FaultReport.lines(onChip.chip().chip());
    }

    /** @return what an observed chip has done; null in floating point */
    Map<String, Object> observed() {
        return recorder == null ? null : recorder.describe();
    }

    private Precision bits() {
        return switch (precision) {
            case "q15" -> Precision.Q15;
            case "int8" -> Precision.INT8;
            default -> throw ConfigurationException.of("--precision", precision, "float, q15 or int8");
        };
    }

    /** @return what the summary says of the chip; nothing in floating point */
    Map<String, Object> report() {
        final Map<String, Object> report = new LinkedHashMap<>();
        if (onChip != null) {
            report.put("chip", onChip.report(energy.profile()));
            report.put("differences_to_float", differences.report());
            FaultReport.put(report, onChip.chip().chip());
        }
        return report;
    }
}
