package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fault.FaultPlan;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.fault.FaultReport;
import picocli.CommandLine.Option;

/** The option that breaks something on the chip. */
final class FaultOptions {
    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = {
                "A fault: KIND@CYCLE[:WHERE][=HOW] happens once, at the beginning of that cycle of the chip or to the first"
                        + " candidate from then on; KIND~RATE[:WHERE][=HOW] by chance. Repeatable.",
                "  flip-bit        a bit of memory changes; rate per bit and sample",
                "  drop-packet, late-flit (=CYCLES, default 16), corrupt-packet (=bitB: payload 0..31, key 32..47)"
                        + "   what a core receives; rate per packet",
                "  stuck-device    (=present, =min, =max) a synapse keeps its weight; rate per device",
                "  dead-row, dead-column, dead-core   rate per row, column, core",
                "WHERE: core[N], host, KIND or core[N].KIND of packets, core[N].REGION[ROW,COLUMN].bitB,"
                        + " core[N].array[ROW,COLUMN]. E.g. flip-bit@20000:core[3].w[12,5].bit4, drop-packet~0.01:SPK,"
                        + " stuck-device~0.05=min."
            })
    private List<String> faults = List.of();

    @Option(
            names = "--fault-seed",
            paramLabel = "S",
            description = "Chance of rates: other places with the same network (default: the run's seed).")
    private Long seed;

    /** @return a chip with these faults */
    ChipSpec apply(final ChipSpec chip) {
        return chip.withFaults(FaultPlan.parse(faults).withSeed(seed));
    }

    /**
     * Refuses faults where there is no chip to break.
     *
     * @param instead what was asked for instead of a chip
     * @param allowed what may be
     */
    void refuse(final String instead, final String allowed) {
        if (!faults.isEmpty()) {
            throw ConfigurationException.of("--fault", instead, allowed);
        }
    }

    /**
     * Tells what happened: adds it to the summary and prints a line for each.
     *
     * @param chip the chip, as the run left it
     * @param summary gets {@code faults} when there were to be any
     * @param text gets the lines
     */
    static void report(final Chip chip, final Map<String, Object> summary, final PrintWriter text) {
        FaultReport.put(summary, chip);
        FaultReport.lines(chip).forEach(text::println);
    }
}
