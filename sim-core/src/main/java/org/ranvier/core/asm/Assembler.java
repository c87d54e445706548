package org.ranvier.core.asm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.Nearest;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;

/**
 * Translates the source of a core program; {@code docs/isa.md} describes the language.
 *
 * <p>A source is read once from top to bottom: parameters, registers and regions are declared before they are used, labels
 * anywhere. The result depends on the source, the parameters and the kinds known before, and on nothing else.
 */
public final class Assembler {
    private final String file;
    private final String[] lines;
    private final Symbols symbols = new Symbols();
    private final Unlinked program = new Unlinked();
    private final Conditionals conditionals = new Conditionals(new Expressions(symbols.parameters()));
    private final InstructionParser instructions;
    private final Directives directives;

    private Assembler(
            final String file, final String source, final Map<String, Long> parameters, final PacketKinds kinds) {
        this.file = file;
        this.lines = source.split("\n", -1);
        final OperandParser operands = new OperandParser(symbols, kinds);
        instructions = new InstructionParser(symbols, operands);
        directives = new Directives(symbols, program, operands, instructions, parameters);
    }

    /**
     * Assembles a source.
     *
     * @param fileName what messages call the source, and the program's name
     * @param source its text
     * @param parameters values that replace the defaults of {@code .param}
     * @param kinds the packet kinds of the chip; names that the source uses for the first time are added
     * @return the program
     * @throws org.ranvier.core.error.AssemblyException at the first token that is wrong
     */
    public static Program assemble(
            final String fileName, final String source, final Map<String, Long> parameters, final PacketKinds kinds) {
        return new Assembler(fileName, source, parameters, kinds).run(parameters);
    }

    /**
     * Assembles a file.
     *
     * @param path a file in UTF-8
     * @param parameters values that replace the defaults of {@code .param}
     * @param kinds the packet kinds of the chip
     * @return the program
     * @throws ConfigurationException when the file cannot be read or is wrong
     */
    public static Program assemble(final Path path, final Map<String, Long> parameters, final PacketKinds kinds) {
        final String source;
        try {
            source = Files.readString(path, StandardCharsets.UTF_8);
        } catch (final NoSuchFileException e) {
            throw new ConfigurationException("program " + path + ": no such file", e);
        } catch (final IOException e) {
            throw new ConfigurationException("program " + path + ": cannot be read (" + e.getMessage() + ")", e);
        }
        return assemble(path.toString(), source, parameters, kinds);
    }

    /**
     * Assembles a source that ships beside a class.
     *
     * @param anchor the class
     * @param resource the source's name relative to the class, e.g. {@code lif-hidden.asm}
     * @param parameters values that replace the defaults of {@code .param}
     * @param kinds the packet kinds of the chip
     * @return the program
     * @throws ConfigurationException when there is no such resource or it is wrong
     */
    public static Program assembleResource(
            final Class<?> anchor, final String resource, final Map<String, Long> parameters, final PacketKinds kinds) {
        final String source;
        try (InputStream in = anchor.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ConfigurationException("program " + resource + ": no such built-in program");
            }
            source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new ConfigurationException("program " + resource + ": cannot be read (" + e.getMessage() + ")", e);
        }
        return assemble(resource, source, parameters, kinds);
    }

    private Program run(final Map<String, Long> parameters) {
        for (int i = 0; i < lines.length; i++) {
            line(new SourceLine(file, i + 1, lines[i]));
        }
        conditionals.end();
        for (final String name : parameters.keySet()) {
            if (!symbols.parameters().containsKey(name)) {
                throw new SourceLine(file, 1, lines[0])
                        .error(
                                1,
                                "no .param declares '" + name + "', which was given a value"
                                        + Nearest.hint(
                                                name, symbols.parameters().keySet()));
            }
        }
        return new Linker(symbols, program).link(file);
    }

    private void line(final SourceLine line) {
        if (Conditionals.handles(line)) {
            conditionals.apply(line);
            return;
        }
        if (!conditionals.isActive()) {
            return;
        }
        final Cursor cursor = new Cursor(line);
        while (cursor.peek().kind() == Token.Kind.NAME && cursor.peekSecond().is(":")) {
            symbols.label(cursor.newName("label"), program.address());
            cursor.expect(":");
        }
        if (cursor.peek().kind() == Token.Kind.DIRECTIVE) {
            directives.parse(cursor);
        } else if (!cursor.atEnd()) {
            program.add(instructions.parse(cursor));
        }
    }
}
