package org.ranvier.core.asm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;

class ListingTest {
    private static final String SOURCE = """
            .array W s8 [3][20]
            .mem u s32 [20]
            .mem code bit [2][20]
            .reg t=r1
            .on SPK = b.set code[ep],key
            .on PHASE0 tick
            tick: v.add u,u,#5000 ?!code[t]
             s.incm t,#2
             bar
            """;

    @Test
    void shouldShowCodeHandlersAndMemory() {
        final PacketKinds kinds = new PacketKinds();
        final Program program = Assembler.assemble("tiny.asm", SOURCE, Map.of(), kinds);

        final String listing = Listing.of(program, kinds, (p, i) -> i.operands().size() + 40L, 1024);

        assertThat(listing).isEqualTo("""
                        program tiny.asm: 3 instructions, 1 constants, 28 bytes of code

                         addr  word              unit         cycles   line  instruction
                                                                             tick:
                            0  9d2080820c001041  lanes            43      7    v.add u,u,#5000 ?!code[t]
                            1  1780068020000000  sequencer        42      8    s.incm t,#2
                            2  0100000000000000  sequencer        40      9    bar

                        handler       addr  runs
                        PHASE0           0  tick
                        SPK              -  b.set code[ep],key

                         address      bytes  name             type  shape
                               0         28  code
                              32         80  u                s32   1 x 20
                             112          6  code             bit   2 x 20
                           array          -  W                s8    3 x 20
                        total 120 bytes of 1024, 904 free
                        """);
    }

    @Test
    void shouldSayHowMuchIsMissingWhenMemoryIsTooSmall() {
        final PacketKinds kinds = new PacketKinds();
        final Program program = Assembler.assemble("tiny.asm", SOURCE, Map.of(), kinds);

        assertThat(Listing.of(program, kinds, (p, i) -> 0, 100)).endsWith("total 120 bytes of 100, 20 too many\n");
    }
}
