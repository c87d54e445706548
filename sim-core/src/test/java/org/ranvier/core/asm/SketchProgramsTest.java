package org.ranvier.core.asm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.memory.RegionType;

/** Whole programs, as a learning rule needs them. */
class SketchProgramsTest {
    @ParameterizedTest
    @CsvSource({
        "ssnn-input.asm, 5, 3",
        "ssnn-hidden-1barrier.asm, 45, 14",
        "ssnn-output-1barrier.asm, 47, 19",
        "anytime-output.asm, 15, 3",
        "fo-input.asm, 8, 3",
        "lif-hidden.asm, 10, 4",
        "sfdfa-output.asm, 68, 23",
    })
    void shouldAssembleWithDefaults(final String source, final int instructions, final int regions) {
        final Program program = Assembler.assembleResource(getClass(), source, Map.of(), new PacketKinds());

        assertThat(program.words()).hasSize(instructions);
        assertThat(program.regions()).hasSize(regions);
    }

    @Test
    void shouldIncludeBackwardRoleWhenLayerIsNotTheFirst() {
        final PacketKinds kinds = new PacketKinds();

        final Program program = Assembler.assembleResource(
                getClass(), "ssnn-hidden-1barrier.asm", Map.of("NIN", 50L, "NOUT", 40L, "L", 3L, "LAY", 2L), kinds);

        assertThat(program.region("RG")).isEqualTo(program.regions().size() - 4);
        assertThat(program.array().rows()).isEqualTo(51);
        assertThat(program.array().columns()).isEqualTo(40);
        assertThat(program.regions().get(program.region("pre")).type()).isEqualTo(RegionType.BIT);
        assertThat(program.regions().get(program.region("pre")).rows()).isEqualTo(4);
        assertThat(program.events()).containsOnlyKeys(CoreEvent.SAMPLE, CoreEvent.PHASE0, CoreEvent.DRAIN);
        assertThat(program.packets())
                .containsOnlyKeys(kinds.number("MODE"), kinds.number("SPK"), kinds.number("GP"), kinds.number("GN"));
        final Instruction spike = program.packets().get(kinds.number("SPK")).inline();
        assertThat(spike.op()).isEqualTo(Op.B_SET);
    }
}
