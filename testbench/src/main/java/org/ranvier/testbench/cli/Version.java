package org.ranvier.testbench.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, from the manifest of the packaged program. */
final class Version implements IVersionProvider {
    Version() {}

    /** @return for example {@code 0.1.0}; {@code development} when run from class files */
    static String number() {
        final String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "ranvier " + number(),
            "java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
