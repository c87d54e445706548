package org.ranvier.testbench.cli;

import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.EnergyProfiles;
import org.ranvier.testbench.energy.Vocabulary;
import picocli.CommandLine.Option;

/** The option that says what events cost. */
final class EnergyOptions {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Energy profile of hardware events, a name or a file (default ${DEFAULT-VALUE}).")
    private String profile = EnergyProfiles.DEFAULT;

    /** @return the profile */
    EnergyProfile profile() {
        return EnergyProfiles.load(profile, Vocabulary.EVENTS);
    }
}
