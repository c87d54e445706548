package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Parameter;
import org.ranvier.testbench.rpu.Preset;
import org.ranvier.testbench.rpu.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ranvier rpu show}: what a preset consists of. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a preset or device type: source, options with units and ranges, periphery.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier rpu show ReRamES       a preset",
            "  ranvier rpu show soft-bounds   a device type with its usual options",
            "  ranvier rpu show mine.yaml     a preset of your own"
        })
final class RpuShowCommand implements Callable<Integer> {
    private static final String ROW = "%s%-26s %-14s %-20s %-16s %s%n";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME|FILE.yaml", description = "A preset, a device type, or a file.")
    private String name;

    RpuShowCommand() {}

    @Override
    public Integer call() {
        final Preset preset = Presets.load(name);
        final PrintWriter print = spec.commandLine().getOut();
        print.println(preset.name());
        print.println("  " + preset.description());
        print.println("  source: " + preset.source());
        print.println("  periphery: forward " + preset.forward() + ", backward " + preset.backward() + ", update "
                + preset.update());
        print.println();
        device(print, "", preset.device());
        return 0;
    }

    private static void device(final PrintWriter print, final String indent, final DeviceSpec device) {
        print.println(indent + "type: " + device.type());
        print.println(indent + "step: " + number(device.granularity()) + " weight");
        print.printf(Locale.ROOT, ROW, indent, "option", "value", "unit", "range", "meaning");
        for (final Parameter parameter : device.settings().parameters()) {
            print.printf(
                    Locale.ROOT,
                    ROW,
                    indent,
                    parameter.name(),
                    value(parameter, device.settings().list(parameter)),
                    parameter.unit().isEmpty() ? "-" : parameter.unit(),
                    parameter.kind() == Parameter.Kind.SWITCH
                            ? "on or off"
                            : number(parameter.low()) + ".." + number(parameter.high()),
                    parameter.meaning());
        }
        device.parts().forEach((part, inner) -> {
            print.println();
            print.println(indent + part + ":");
            device(print, indent + "  ", inner);
        });
    }

    private static String value(final Parameter parameter, final List<Double> value) {
        if (parameter.kind() == Parameter.Kind.SWITCH) {
            return value.get(0) == 0 ? "off" : "on";
        }
        return value.stream().map(RpuShowCommand::number).collect(Collectors.joining(", "));
    }

    private static String number(final double value) {
        final String digits = String.format(Locale.ROOT, "%.6g", value);
        return digits.contains("e") ? digits.replaceFirst("0+e", "e").replaceFirst("\\.e", "e") : trimmed(digits);
    }

    private static String trimmed(final String digits) {
        return digits.contains(".") ? digits.replaceFirst("0+$", "").replaceFirst("\\.$", "") : digits;
    }
}
