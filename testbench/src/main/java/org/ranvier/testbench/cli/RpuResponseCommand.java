package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Variants;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.rpu.Preset;
import org.ranvier.testbench.rpu.ResponseExperiment;
import org.ranvier.testbench.rpu.ResponsePlot;
import org.ranvier.testbench.rpu.ResponsePoint;
import org.ranvier.testbench.rpu.ResponseTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ranvier rpu response}: what pulses do to a population of devices. */
@Command(
        name = "response",
        mixinStandardHelpOptions = true,
        description = {
            "Gives up pulses to devices at weight 0, then down pulses, and writes mean, spread and quantiles of their weights.",
            "Rows: after 0, 1, 2, 5, 10 pulses of a phase and every twentieth of them. Where devices have write noise, w is"
                    + " what a read sees and hidden what the device holds."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier rpu response --preset GokmenVlasov --up 1250 --down 1250",
            "  ranvier rpu response --preset ReRamES --up 1500 --down 1500 --no-c2c --out reram.csv",
            "  ranvier rpu response --preset EcRam --up 1000 --down 1000 --out ecram.csv --plot ecram.svg",
            "  ranvier rpu response --preset mine.yaml --up 100 --down 100 --devices 1000 --seed 7"
        })
final class RpuResponseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PresetOption preset;

    @Option(names = "--up", required = true, paramLabel = "N", description = "Up pulses.")
    private int up;

    @Option(names = "--down", required = true, paramLabel = "N", description = "Down pulses, after the up pulses.")
    private int down;

    @Option(names = "--devices", paramLabel = "N", description = "How many devices (default ${DEFAULT-VALUE}).")
    private int devices = 16_384;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of the devices and their noise (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--no-c2c", description = "Without cycle-to-cycle noise: every pulse alike, no write noise.")
    private boolean noCycleNoise;

    @Option(names = "--no-d2d", description = "Without device-to-device spread: every device alike.")
    private boolean noDeviceSpread;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write the table here instead of printing it.")
    private Path out;

    @Option(names = "--plot", paramLabel = "FILE.svg", description = "Draw mean and 5 % and 95 % quantiles.")
    private Path plot;

    RpuResponseCommand() {}

    @Override
    public Integer call() {
        final Preset given = preset.load();
        DeviceSpec device = given.device();
        device = noCycleNoise ? Variants.withoutCycleNoise(device) : device;
        device = noDeviceSpread ? Variants.withoutDeviceSpread(device) : device;
        if (out != null) {
            OutputFile.requireWritable("--out", out);
        }
        if (plot != null) {
            OutputFile.requireWritable("--plot", plot);
        }
        final ResponseExperiment experiment = new ResponseExperiment(device, devices, seed);
        final List<ResponsePoint> points;
        try (RunProgress progress = new RunProgress("response", up + down, " pulses")) {
            points = experiment.run(up, down, progress::done);
        }
        final String csv = ResponseTable.csv(given.name(), points);
        if (out == null) {
            spec.commandLine().getOut().print(csv);
        } else {
            OutputFile.write(out, csv);
        }
        if (plot != null) {
            OutputFile.write(plot, ResponsePlot.of(given.name(), points).svg());
        }
        return 0;
    }
}
