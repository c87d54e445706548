package org.ranvier.testbench.cli;

import picocli.CommandLine.Option;

/** The option that says what events cost. */
final class EnergyOptions {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Energy profile, a name or a file (default ${DEFAULT-VALUE}).")
    private String profile = "rpu-45nm";

    /** @return the profile's name */
    String name() {
        return profile;
    }
}
