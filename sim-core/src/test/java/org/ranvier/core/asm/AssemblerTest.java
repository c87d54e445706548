package org.ranvier.core.asm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.Handler;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.isa.Program;
import org.ranvier.core.isa.RandomSeed;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RegionType;

class AssemblerTest {
    private final PacketKinds kinds = new PacketKinds();

    @ParameterizedTest
    @CsvSource({
        "1+2*3, 7",
        "(1+2)*3, 9",
        "10-4-3, 3",
        "100/7%4, 2",
        "-7/2, -3",
        "--5, 5",
        "2*-3, -6",
        "1<<4+1, 32",
        "-9>>1, -5",
        "0x1F, 31",
        "0xfF, 255",
        "1+1==2, 1",
        "3<2==0, 1",
        "1!=1, 0",
        "2>=2, 1",
        "2<=1, 0",
        "5>4, 1",
        "0||2&&0, 0",
        "1||2&&0, 1",
        "7&&3, 1",
        "1<<20, 1048576",
        "P-1, 2",
    })
    void shouldEvaluateExpression(final String expression, final int value) {
        final Program program = assemble(".param P=3\ns.mov r0,#" + expression + "\nend");

        assertThat(program.instruction(0).operands().get(1).value()).isEqualTo(value);
    }

    @Test
    void shouldReplaceDefaultAndWhatFollowsFromIt() {
        final Program program =
                Assembler.assemble("p", ".param A=1 B=A*10\n.param C=B+A\ns.mov r0,#C\nend", Map.of("A", 4L), kinds);

        assertThat(program.instruction(0).operands().get(1).value()).isEqualTo(44);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 30", "0, 1, 30", "1, 0, 20", "1, 1, 10"})
    void shouldChooseBlockWhenConditionsNest(final long outer, final long inner, final int value) {
        final String source = """
                .param A=0 B=0
                .if A
                  .if B
                 s.mov r0,#10
                  .else
                 s.mov r0,#20
                  .endif
                .else ; the block above is skipped with all that is in it
                  .if 0
                 nonsense ! @
                    .if UNKNOWN
                    .else
                    .endif
                  .endif
                 s.mov r0,#30
                .endif
                 end
                """;

        final Program program = Assembler.assemble("p", source, Map.of("A", outer, "B", inner), kinds);

        assertThat(program.words()).hasSize(2);
        assertThat(program.instruction(0).operands().get(1).value()).isEqualTo(value);
    }

    @Test
    void shouldDecodeEveryOperandForm() {
        final Program program = assemble("""
                .reg t=r5
                .mem a,b s16 [4]
                .mem m u8 [3][4]
                .mem q bit [1][4]
                v.add a,m[t],#-1024 ?!q[ep]
                v.sub b,m[key],#1024
                v.mov m[:,pay],#0
                s.mov r15,t
                end
                """);

        assertThat(program.instruction(0))
                .isEqualTo(new Instruction(
                        Op.V_ADD,
                        List.of(Operand.region(0), Operand.row(2, 5), new Operand(OperandKind.IMMEDIATE, 0, 0, -1024)),
                        Operand.row(3, Registers.PARITY),
                        true));
        assertThat(program.instruction(1).operands())
                .containsExactly(
                        Operand.region(1), Operand.row(2, Registers.KEY), new Operand(OperandKind.POOL, 0, 0, 1024));
        assertThat(program.instruction(2).operands().get(0)).isEqualTo(Operand.column(2, Registers.PAYLOAD));
        assertThat(program.instruction(3).operands()).containsExactly(Operand.register(15), Operand.register(5));
        assertThat(program.pool()).containsExactly(1024);
        assertThat(program.registers()).containsExactly(Map.entry("t", 5));
    }

    @Test
    void shouldPoolEachWideConstantOnce() {
        final Program program = assemble("""
                s.mov r0,#5000
                s.mov r1,#-5000
                s.mov r2,#5000
                end
                .on K = s.mov r3,#70000
                """);

        assertThat(program.pool()).containsExactly(5000, -5000, 70000);
    }

    @Test
    void shouldResolveLabelsForwardAndBackward() {
        final Program program = assemble("""
                a: b: jmp c
                   end
                c:
                   jmp b
                """);

        assertThat(program.labels()).isEqualTo(Map.of("a", 0, "b", 0, "c", 2));
        assertThat(program.instruction(0).operands().get(0).value()).isEqualTo(2);
        assertThat(program.instruction(2).operands().get(0).value()).isZero();
        assertThat(program.lines()).containsExactly(1, 2, 4);
    }

    @Test
    void shouldDeclareRegionsInOrder() {
        final Program program = assemble("""
                .param N=3
                .mem a,b s8 [N*2]
                .array W u8 [N+1][N]
                .mem c bit [2][N]
                end
                """);

        assertThat(program.regions())
                .containsExactly(
                        new RegionSpec("a", RegionType.S8, 1, 6, false),
                        new RegionSpec("b", RegionType.S8, 1, 6, false),
                        new RegionSpec("W", RegionType.U8, 4, 3, true),
                        new RegionSpec("c", RegionType.BIT, 2, 3, false));
        assertThat(program.array()).isEqualTo(program.regions().get(2));
    }

    @Test
    void shouldBindHandlers() {
        kinds.number("FIRST");
        final Program program = assemble("""
                .mem q bit [2][8]
                .on SPK = b.set q[ep],key
                .on DRAIN over
                .on LAB lab
                s.mov r0,#0
                over: bar
                lab: end
                """);

        assertThat(kinds.name(1)).isEqualTo("SPK");
        assertThat(program.events()).isEqualTo(Map.of(CoreEvent.DRAIN, Handler.at(1)));
        assertThat(program.packets())
                .isEqualTo(Map.of(
                        1,
                        Handler.inline(new Instruction(
                                Op.B_SET,
                                List.of(Operand.row(0, Registers.PARITY), Operand.register(Registers.KEY)),
                                Operand.NONE,
                                false)),
                        2,
                        Handler.at(2)));
    }

    @Test
    void shouldNumberPacketKindsAcrossPrograms() {
        assemble("p.send A,#0,#0\np.send B,#0,#0\nend");
        final Program second = assemble("p.send C,#0,#0\np.send B,#0,#0\nend");

        assertThat(second.instruction(0).operands().get(0).value()).isEqualTo(2);
        assertThat(second.instruction(1).operands().get(0).value()).isEqualTo(1);
        assertThat(kinds.count()).isEqualTo(3);
    }

    @Test
    void shouldKeepPhasesProbesSeedsAndData() {
        final Program program = assemble("""
                .mem S s32 [4]
                .mem t u8 [2][2]
                .seed S 7
                .data t 1,2
                .data t 0xff
                .probe before S
                s.mov r0,#0
                .phase update
                s.mov r1,#0
                .probe after t
                .probe after t
                end
                """);

        assertThat(program.phases()).containsExactly(EnergyPhase.CONTROL, EnergyPhase.UPDATE, EnergyPhase.UPDATE);
        assertThat(program.probes())
                .containsExactly(
                        new ProbePoint(0, "before", 0), new ProbePoint(2, "after", 1), new ProbePoint(2, "after", 1));
        assertThat(program.seeds()).containsExactly(new RandomSeed(0, 7, 0));
        assertThat(program.data()).containsOnlyKeys(1);
        assertThat(program.data().get(1)).containsExactly(1, 2, 255);
    }

    @Test
    void shouldAllowWholeRegionsToBeFilled() {
        final Program program = assemble(".mem m s16 [3][4]\n.mem b bit [3][4]\nv.mov m,r2\nb.fill b,#1\nend\n");

        assertThat(program.instruction(0).operands().get(0)).isEqualTo(Operand.region(0));
        assertThat(program.instruction(1).operands().get(0)).isEqualTo(Operand.region(1));
    }

    @Test
    void shouldReadFileWithWindowsLineEnds(@TempDir final Path directory) throws IOException {
        final Path file = directory.resolve("small.asm");
        Files.writeString(file, "s.mov r0,#1 ; one\r\nend\r\n");

        final Program program = Assembler.assemble(file, Map.of(), kinds);

        assertThat(program.words()).hasSize(2);
        assertThat(program.name()).isEqualTo(file.toString());
    }

    @Test
    void shouldNameFileWhenItIsMissing(@TempDir final Path directory) {
        final Path file = directory.resolve("none.asm");

        assertThatThrownBy(() -> Assembler.assemble(file, Map.of(), kinds))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("program " + file + ": no such file");
    }

    @Test
    void shouldNameResourceWhenItIsMissing() {
        assertThatThrownBy(() -> Assembler.assembleResource(getClass(), "none.asm", Map.of(), kinds))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("program none.asm: no such built-in program");
    }

    private Program assemble(final String source) {
        return Assembler.assemble("test.asm", source, Map.of(), kinds);
    }
}
