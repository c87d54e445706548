package org.ranvier.testbench.data.event;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Published data sets that do not come with the project: folders in the one that the property {@code ranvier.data} or the environment
 * variable {@code RANVIER_DATA} names.
 */
public final class RealData {
    private RealData() {}

    /** Gives the folder of a set, or skips the test with one line. */
    public static Path folder(final String name) {
        final String root = System.getProperty("ranvier.data", System.getenv("RANVIER_DATA"));
        final boolean there = root != null && Files.isDirectory(Path.of(root, name));
        if (!there) {
            System.out.println("skipped: no folder " + name + " in -Dranvier.data=DIR or RANVIER_DATA");
        }
        assumeTrue(there);
        return Path.of(root, name);
    }
}
