package org.ranvier.testbench.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine and the Java virtual machine that measurements were made on. */
public final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** @return one line */
    public static String describe() {
        final Runtime runtime = Runtime.getRuntime();
        return processor() + ", " + runtime.availableProcessors() + " processors, " + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch") + "; " + System.getProperty("java.vm.name") + " "
                + System.getProperty("java.vm.version") + ", heap " + (runtime.maxMemory() >> 20) + " MiB";
    }

    /** Only some systems name the processor; its absence is no reason to fail. */
    private static String processor() {
        if (Files.isReadable(PROCESSORS)) {
            try (var lines = Files.lines(PROCESSORS, StandardCharsets.UTF_8)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unnamed processor");
            } catch (final IOException e) {
                return "unnamed processor";
            }
        }
        return "unnamed processor";
    }
}
