package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.EnergyProfiles;
import org.ranvier.testbench.trace.TraceRequest;
import org.ranvier.testbench.trace.TraceWindow;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** The options that trace the chips of a command; {@link Main} attaches the traces and completes them. */
final class TraceOptions {
    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description =
                    "Write what happens, cycle by cycle, to a file that ends in .vcd (waveforms), .perfetto-trace (timeline)"
                            + " or .csv (packets). May be repeated.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--trace-from", paramLabel = "C", description = "Trace from cycle C on (default 0).")
    private Long from;

    @Option(
            names = "--trace-to",
            paramLabel = "C",
            description = "Trace up to cycle C, exclusive (default: to the end).")
    private Long to;

    @Option(
            names = "--trace-cores",
            split = ",",
            paramLabel = "N",
            description = "Trace these cores only, numbers and ranges such as 0,4-7, with their routers and packets.")
    private List<String> cores = new ArrayList<>();

    /**
     * Finds what the options of a command ask for.
     *
     * @param command a command, whose mixins may have these options
     * @return what is to be traced
     * @throws org.ranvier.core.error.ConfigurationException when that makes no sense
     */
    static TraceRequest of(final CommandSpec command) {
        final TraceOptions options = find(command);
        return options == null ? TraceRequest.NONE : options.request(command.findOption("--profile"));
    }

    private static TraceOptions find(final CommandSpec command) {
        for (final CommandSpec mixin : command.mixins().values()) {
            final TraceOptions options = mixin.userObject() instanceof TraceOptions own ? own : find(mixin);
            if (options != null) {
                return options;
            }
        }
        return null;
    }

    /**
     * Refuses traces where there is no chip.
     *
     * @param instead what was asked for instead of a chip
     * @param allowed what may be
     */
    void refuse(final String instead, final String allowed) {
        if (!files.isEmpty()) {
            throw ConfigurationException.of("--trace", instead, allowed);
        }
    }

    private TraceRequest request(final OptionSpec profile) {
        final EnergyProfile prices =
                files.isEmpty() || profile == null ? null : EnergyProfiles.load(profile.getValue());
        return new TraceRequest(files, TraceWindow.of(from, to, cores), prices);
    }
}
