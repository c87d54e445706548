package org.ranvier.testbench.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** The examples that ship with the project. */
final class Examples {
    private Examples() {}

    /** Finds an app, whether tests run in the module's directory or in the project's. */
    static Path app(final String name) {
        final Path here = Path.of("examples", name, "app.yaml");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }
}
