package org.ranvier.testbench.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ranvier.testbench.sweep.Digests;
import picocli.CommandLine.IVersionProvider;

/** The program's version, from the manifest of the packaged program. */
final class Version implements IVersionProvider {
    Version() {}

    /** @return for example {@code 0.1.0}; {@code development} when run from class files */
    static String number() {
        final String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /**
     * Names the program exactly: two programs of the same version whose code differs have different builds.
     *
     * @return the version and a hash of the program's file; the version alone when run from class files
     */
    static String build() {
        try {
            final Path file = Path.of(Version.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(file) ? number() + "+" + Digests.of(Files.readAllBytes(file)) : number();
        } catch (final URISyntaxException | IOException e) {
            throw new IllegalStateException("the program cannot read its own file", e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "ranvier " + number(),
            "java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
