package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.EnergyProfiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code energy list}: the profiles by name. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists energy profiles.",
            "Profiles of hardware events price what a program on the simulated chip does, word by word; profiles of operations price"
                    + " networks as publications do, by synaptic event, neuron update and hop. A run takes one kind or the other."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ranvier energy list", "  ranvier energy show truenorth"})
final class EnergyListCommand implements Callable<Integer> {
    private static final String ROW = "%-20s %-15s %10s %8s %8s  %s%n";

    @Spec
    private CommandSpec spec;

    EnergyListCommand() {}

    @Override
    public Integer call() {
        final PrintWriter print = spec.commandLine().getOut();
        print.printf(Locale.ROOT, ROW, "profile", "prices", "of", "node", "supply", "sources");
        for (final String name : EnergyProfiles.names()) {
            final EnergyProfile profile = EnergyProfiles.load(name);
            print.printf(
                    Locale.ROOT,
                    ROW,
                    name,
                    profile.vocabulary().meaning(),
                    profile.prices().size() + " of "
                            + profile.vocabulary().kinds().size(),
                    ProfileText.condition(profile.nodeNm(), "nm"),
                    ProfileText.condition(profile.voltage(), "V"),
                    profile.composition() ? "several" : ProfileText.source(profile));
        }
        print.println();
        print.println("ranvier energy show NAME prints a profile; a run takes it with --profile NAME.");
        return 0;
    }
}
