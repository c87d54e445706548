package org.ranvier.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.doubles.TestChip;
import org.ranvier.core.energy.EnergyPhase;

/** Cycles and energy events of each unit, calculated by hand for 16 lanes and a port of 256 bits. */
class InstructionCostTest {
    private static final CoreSpec SPEC = new CoreSpec(131_072, 16, 256, 16, 16, 64, 4, 2, 2, 16, 4, 4, 3);

    private static final String PROGRAM = """
            .mem a,b,S s32 [70]    ; 2240 bits: 35 words, 9 beats; 70 elements: 5 beats of the lanes
            .mem n s16 [70]        ; 1120 bits: 18 words, 5 beats
            .mem m s32 [70][3]     ; 6720 bits: 105 words, 27 beats; a column: 70 words, 70 beats
            .mem T s32 [256]
            .mem ix u8 [70]        ; 560 bits: 9 words, 3 beats
            .mem f bit [70]        ; 2 words, 1 beat
            .mem big bit [785]     ; 13 words, 4 beats, 25 lane operations
            .mem g bit [9]         ; 1 word
            .mem c s32 [9]         ; 5 words
            .list q s16 [3]
            .list p u8 [3] like q
            .rows q 70,0,6         ; r4 = 0 chooses the first row, r2 = 2 the third
            .data p 1
            .array W s16 [9][70]
            .on SAMPLE go
            go: s.mov r2, #2
            .phase update
            .probe before a
              INSTRUCTION
            next:
            .phase control
            .probe after a
              bar
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // instruction; cycles; lane operations; multiplications; scalar operations; words read; written; draws
                "v.add a, a, b;              27; 70;  0; 0;  70;  35;  0",
                "v.add a, a, b ?f;           28; 70;  0; 0;  72;  35;  0",
                "v.mov n, #3;                 5; 70;  0; 0;   0;  18;  0",
                "v.mov ix, #3;                5; 70;  0; 0;   0;   9;  0",
                "v.mov m, #0;                27; 210; 0; 0;   0; 105;  0",
                "v.add n, n, m[:,r0];        80; 70;  0; 0;  88;  18;  0",
                "v.mov m[:,r0], #1;          70; 70;  0; 0;   0;  70;  0",
                "v.sra a, b, #2;             27; 70;  0; 0;  70;  35;  0",
                "v.mac a, a, b, #4;          36;  0; 70; 0; 105;  35;  0",
                "v.mul n, #2, #3, #0;        10;  0; 70; 0;   0;  18;  0",
                "v.gat a, T, ix;             18; 70;  0; 0;  79;  35;  0",
                "v.scadd T, ix, #1;          18; 70;  0; 0;  79;  70;  0",
                "v.sca T, ix, a;             18; 70;  0; 0;  44;  70;  0",
                "v.scadd T, p{r4}, q{r4};    18; 70;  0; 0;  98;  70;  0",
                "v.scadd T, p{r2}, q{r2};     3;  6;  0; 0;  10;   6;  0",
                "v.scmac T, ix, a, #3;       18; 70; 70; 0; 114;  70;  0",
                "v.scmac T, p{r2}, q{r2}, r1; 3;  6;  6; 0;  10;   6;  0",
                "v.add q{r2}, q{r2}, a;       4;  6;  0; 0;   6;   2;  0",
                "v.gat q{r2}, T, p{r2};       3;  6;  0; 0;   8;   2;  0",
                "v.mov q, #0;                 5; 76;  0; 0;   0;  19;  0",
                "r.sum r1, q{r1};            10; 70;  0; 0;  19;   0;  0",
                "c.gt f, a, #0;              10; 70;  0; 0;  35;   2;  0",
                "c.gt f, a, #0 ?f;           11; 70;  0; 0;  37;   2;  0",
                "b.and big, big, big;        12; 25;  0; 0;  26;  13;  0",
                "b.fill big, #0;              4; 25;  0; 0;   0;  13;  0",
                "b.cnt r1, big;               4; 25;  0; 0;  13;   0;  0",
                "r.sum r1, a;                13; 70;  0; 0;  35;   0;  0",
                "r.top2 r1, r2, r3, n;        9; 70;  0; 0;  18;   0;  0",
                "x.rnd a, S, #4;             27; 70;  0; 0;  35;  70; 70",
                "x.bern f, S, a, #4;         28; 70;  0; 0;  70;  37; 70",
                "s.add r1, r1, #1;            1;  0;  0; 1;   0;   0;  0",
                "s.mul r1, r1, #1, #0;        2;  0;  0; 1;   0;   0;  0",
                "s.div r1, r1, #1;           16;  0;  0; 1;   0;   0;  0",
                "s.ld r1, a, #3;              1;  0;  0; 1;   1;   0;  0",
                "s.st a, #3, r1;              1;  0;  0; 1;   0;   1;  0",
                "s.inc a, #3, r1;             1;  0;  0; 1;   1;   1;  0",
                "b.set f, #1;                 1;  0;  0; 1;   1;   1;  0",
                "b.tst r1, f, #1;             1;  0;  0; 1;   1;   0;  0",
                "popb r1, f, next;            2;  0;  0; 1;   1;   1;  0",
                "beq r1, r1, next;            2;  0;  0; 1;   0;   0;  0",
                "bne r1, r1, next;            1;  0;  0; 1;   0;   0;  0",
                "jmp next;                    2;  0;  0; 1;   0;   0;  0",
                "bnone big, next;             4; 25;  0; 0;  13;   0;  0",
                "p.send K, #1, #2;            1;  0;  0; 0;   0;   0;  0",
                "p.each K, big;               4;  0;  0; 0;  13;   0;  0",
                "p.eachv K, f, a;            10;  0;  0; 0;  37;   0;  0",
                "p.eachv K, f, r0;            1;  0;  0; 0;   2;   0;  0",
                "a.fwd b, W, g;               1;  0;  0; 0;   1;  35;  0",
                "a.bwd c, W, f, f;            1;  0;  0; 0;   4;   5;  0",
                "a.acc b, W, #0;              1;  0;  0; 0;  35;  35;  0",
                "a.pulse W, g, f, f;          1;  0;  0; 0;   5;   0;  0",
                "a.fwdv b, W, c, #20;         1;  0;  0; 0;   5;  35;  0",
                "a.bwdv c, W, a, #20;         1;  0;  0; 0;  35;   5;  0",
                "a.upd W, c, a, #20;          1;  0;  0; 0;  40;   0;  0",
            })
    void shouldTakeCyclesAndCountEventsByOperandShapes(
            final String instruction,
            final int cycles,
            final int laneOps,
            final int multiplications,
            final int scalarOps,
            final int read,
            final int written,
            final int draws) {
        final TestChip chip = new TestChip(SPEC);
        final Core core = chip.add(PROGRAM.replace("INSTRUCTION", instruction), new RouteTable());
        final Map<String, List<Long>> probes = TestChip.probeCycles(core);

        chip.chip.runSample(1);

        assertThat(probes.get("after").get(0) - probes.get("before").get(0)).isEqualTo(cycles);
        assertThat(count(chip, "sequencer.instruction")).isEqualTo(1);
        assertThat(count(chip, "lanes.alu_op")).isEqualTo(laneOps);
        assertThat(count(chip, "lanes.multiply")).isEqualTo(multiplications);
        assertThat(count(chip, "sequencer.scalar_op")).isEqualTo(scalarOps);
        assertThat(count(chip, "memory.read_word")).isEqualTo(1 + read);
        assertThat(count(chip, "memory.write_word")).isEqualTo(written);
        assertThat(count(chip, "random.draw")).isEqualTo(draws);
    }

    private static long count(final TestChip chip, final String event) {
        return chip.count("core[0]", EnergyPhase.UPDATE, event);
    }
}
