package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ranvier.rpu.Devices;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.rpu.Preset;
import org.ranvier.testbench.rpu.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ranvier rpu list}: the presets, and the device types that they are made of. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists device presets and types; step is the mean change of a weight by a pulse, from weight 0.",
        footerHeading = "%nExamples:%n",
        footer = {"  ranvier rpu list", "  ranvier rpu show EcRam"})
final class RpuListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    RpuListCommand() {}

    @Override
    public Integer call() {
        final PrintWriter print = spec.commandLine().getOut();
        final String row = "%-" + width(Presets.names()) + "s %-" + width(types()) + "s %-12s %s%n";
        print.printf(Locale.ROOT, row, "preset", "type", "step/weight", "source");
        for (final String name : Presets.names()) {
            final Preset preset = Presets.load(name);
            print.printf(
                    Locale.ROOT,
                    row,
                    name,
                    preset.device().type(),
                    String.format(Locale.ROOT, "%.6g", preset.device().granularity()),
                    preset.source());
        }
        print.println();
        print.println("types: " + String.join(", ", types()));
        print.println("ranvier rpu show NAME prints the options of a preset or type.");
        return 0;
    }

    private static List<String> types() {
        return Devices.types().stream().map(DeviceSpec::type).toList();
    }

    private static int width(final List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(1);
    }
}
