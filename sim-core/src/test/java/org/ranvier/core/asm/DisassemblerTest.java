package org.ranvier.core.asm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;

class DisassemblerTest {
    @Test
    void shouldPrintEveryInstructionAsWrittenWhenOperandsAreRandom() {
        final RandomSource source = new RandomSource(7);
        for (int run = 0; run < 200; run++) {
            final PacketKinds kinds = new PacketKinds();
            final String text = source.next();

            final Program program = Assembler.assemble("random", text, Map.of(), kinds);

            final Printer printer = new Printer(program, kinds);
            assertThat(program.words()).hasSize(source.instructions().size());
            for (int i = 0; i < program.words().length; i++) {
                assertThat(printer.instruction(i))
                        .isEqualTo(source.instructions().get(i));
            }
            assertReassembles(program, kinds);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ssnn-input.asm", "ssnn-hidden-1barrier.asm", "ssnn-output-1barrier.asm", "sfdfa-output.asm"})
    void shouldReassembleWholePrograms(final String source) {
        final PacketKinds kinds = new PacketKinds();

        assertReassembles(Assembler.assembleResource(getClass(), source, Map.of(), kinds), kinds);
    }

    @Test
    void shouldReassembleWhenLabelsAreBeyondSmallImmediates() {
        final PacketKinds kinds = new PacketKinds();
        final String text =
                "begin: jmp far\n" + "jmp begin\n".repeat(1500) + "far: s.mov r0,#99999\nend\n.on LOAD far\n";

        final Program program = Assembler.assemble("long", text, Map.of(), kinds);

        assertThat(program.pool()).containsExactly(1501, 99999);
        assertThat(program.instruction(0).operands().get(0).value()).isEqualTo(1501);
        assertReassembles(program, kinds);
    }

    private static void assertReassembles(final Program program, final PacketKinds kinds) {
        final Program again =
                Assembler.assemble(program.name(), Disassembler.disassemble(program, kinds), Map.of(), kinds);

        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("lines")
                .withStrictTypeChecking()
                .isEqualTo(program);
    }
}
