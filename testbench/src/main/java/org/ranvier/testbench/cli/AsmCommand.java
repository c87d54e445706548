package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.core.asm.Listing;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.cpu.CoreTiming;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.testbench.app.ProgramSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ranvier asm}: assembles a program and lists it. */
@Command(
        name = "asm",
        mixinStandardHelpOptions = true,
        description =
                "Assembles a core program and prints its listing: addresses, words, cycles and memory map. Cycles are"
                        + " those of an instruction that waits for nothing; time of the array and of sent packets comes on top.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier asm examples/first-spike/lif.asm",
            "  ranvier asm builtin:ssnnbp/layer.asm --param NIN=784 --param NOUT=300"
        })
final class AsmCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "The source, or builtin:RULE/FILE.asm for one that ships with Ranvier.")
    private String file;

    @Option(names = "--param", paramLabel = "N=V", description = "Value of a .param of the source; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Mixin
    private ChipOptions chip;

    AsmCommand() {}

    @Override
    public Integer call() {
        final CoreSpec core = chip.spec().core();
        final PacketKinds kinds = new PacketKinds();
        final Program program = ProgramSource.of(file, Path.of("")).assemble(values(), kinds);
        spec.commandLine()
                .getOut()
                .print(Listing.of(
                        program,
                        kinds,
                        (listed, instruction) -> CoreTiming.cycles(listed, instruction, core),
                        core.memoryBytes()));
        return 0;
    }

    private Map<String, Long> values() {
        final Map<String, Long> values = new LinkedHashMap<>();
        parameters.forEach((name, text) -> {
            try {
                values.put(name, Long.decode(text));
            } catch (final NumberFormatException e) {
                throw new ConfigurationException(
                        "--param " + name + ": " + text + " is not allowed, expected a whole number of 64 bits", e);
            }
        });
        return values;
    }
}
