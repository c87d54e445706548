package org.ranvier.testbench.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.ChipSpec;

/**
 * Where a program's source is: a file, or {@code builtin:RULE/FILE.asm} for one that ships with Ranvier.
 *
 * @param reference as the user wrote it
 * @param file the file, or null for a built-in one
 */
public record ProgramSource(String reference, Path file) {
    private static final String BUILT_IN = "builtin:";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+/[a-z0-9-]+\\.asm");

    /**
     * Reads a reference.
     *
     * @param reference a file name or {@code builtin:RULE/FILE.asm}
     * @param base the directory that relative file names start from
     * @return the source
     * @throws ConfigurationException when there is no such program
     */
    public static ProgramSource of(final String reference, final Path base) {
        if (!reference.startsWith(BUILT_IN)) {
            final Path file = base.resolve(reference);
            if (!Files.isRegularFile(file)) {
                throw new ConfigurationException("program " + file + ": there is no such file");
            }
            return new ProgramSource(reference, file);
        }
        final ProgramSource source = new ProgramSource(reference, null);
        if (!NAME.matcher(source.builtIn()).matches() || ChipSpec.class.getResource(source.resource()) == null) {
            throw ConfigurationException.of(
                    "program", reference, "a program that ships with Ranvier, e.g. builtin:ssnnbp/layer.asm");
        }
        return source;
    }

    /**
     * Assembles it.
     *
     * @param parameters values for its parameters
     * @param kinds the packet kinds of the chip
     * @return the program
     */
    public Program assemble(final Map<String, Long> parameters, final PacketKinds kinds) {
        return file == null
                ? Assembler.assembleResource(ChipSpec.class, resource(), parameters, kinds)
                : Assembler.assemble(file, parameters, kinds);
    }

    private String builtIn() {
        return reference.substring(BUILT_IN.length());
    }

    /** Programs lie beside the package {@code chip}; relative to it, messages would show the way up. */
    private String resource() {
        return "/org/ranvier/programs/" + builtIn();
    }
}
