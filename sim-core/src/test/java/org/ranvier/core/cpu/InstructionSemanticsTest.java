package org.ranvier.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ranvier.core.doubles.TestChip;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.Program;
import org.ranvier.core.memory.RegionSpec;

/** Every instruction against {@link NaiveMachine}, on random operands, registers and memory. */
class InstructionSemanticsTest {
    private static final int VARIANTS = 50;

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"END", "BAR", "STOP", "CLOSE", "P_SEND", "P_EACH", "P_EACHV"})
    void shouldAgreeWithNaiveModelWhenOperandsAreRandom(final Op op) {
        final SplittableRandom random = new SplittableRandom(op.ordinal());
        for (int variant = 0; variant < VARIANTS; variant++) {
            run(new Trial(op, random.split(), false));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"V_.*", "R_.*", "X_RND"})
    void shouldAgreeWithNaiveModelOnRowsOfLists(final Op op) {
        final SplittableRandom random = new SplittableRandom(1000 + op.ordinal());
        for (int variant = 0; variant < 2 * VARIANTS; variant++) {
            run(new Trial(op, random.split(), true));
        }
    }

    private static void run(final Trial trial) {
        trial.core.chip.runSample(1);

        final boolean taken = trial.naive.execute(trial.instruction());
        trial.naive.registers[15] = taken ? 2 : 1;
        for (int register = 0; register < 16; register++) {
            assertThat((long) trial.cpu.register(register))
                    .as("r%d after %s", register, trial.text)
                    .isEqualTo(trial.naive.registers[register]);
        }
        for (int region = 0; region < trial.program().regions().size(); region++) {
            final RegionSpec spec = trial.program().regions().get(region);
            for (int row = 0; row < spec.rows(); row++) {
                for (int column = 0; column < spec.length(row); column++) {
                    assertThat((long) trial.cpu.region(region).get(row, column))
                            .as("%s[%d][%d] after %s", spec.name(), row, column, trial.text)
                            .isEqualTo(trial.naive.memory[region][row][column]);
                }
            }
        }
    }

    /** A program of one instruction, and both machines in the same random state. */
    private static final class Trial {
        private static final int REGISTERS = 12;

        private final SplittableRandom random;
        private final RandomInstruction instructions;
        private final String text;
        private final TestChip core = new TestChip(CoreSpec.DEFAULT);
        private final Core cpu;
        private final NaiveMachine naive;

        Trial(final Op op, final SplittableRandom random, final boolean onList) {
            this.random = random;
            this.instructions = new RandomInstruction(random);
            this.text = onList ? instructions.nextOnList(op) : wholeRegion(op) ? fill(op) : instructions.next(op);
            final StringBuilder source =
                    new StringBuilder(RandomInstruction.REGIONS.replace("TYPE", instructions.pick("s32", "s16", "s8")));
            source.append(".on SAMPLE go\ngo:\n");
            final int[] values = new int[REGISTERS];
            for (int register = 0; register < REGISTERS; register++) {
                values[register] = register(register);
                source.append(" s.mov r")
                        .append(register)
                        .append(", #")
                        .append(values[register])
                        .append('\n');
            }
            source.append(text).append("\n s.mov r15, #1\n bar\nthere: s.mov r15, #2\n bar\n");
            cpu = core.add(source.toString(), new RouteTable());
            naive = new NaiveMachine(program().regions(), TestChip.ARRAY_STEP);
            for (int register = 0; register < REGISTERS; register++) {
                naive.registers[register] = values[register];
            }
            fillMemory();
        }

        private boolean wholeRegion(final Op op) {
            return (op == Op.B_FILL || op == Op.V_MOV) && random.nextInt(4) == 0;
        }

        private String fill(final Op op) {
            return op == Op.B_FILL
                    ? "b.fill b2, #" + random.nextInt(2)
                    : "v.mov " + instructions.pick("m0", "m1", "m2", "W", "q0", "q1") + ", #" + instructions.number();
        }

        private int register(final int register) {
            return switch (register) {
                case 0 -> 0;
                case 1 -> 1;
                case 2 -> random.nextInt(3);
                case 3 -> random.nextInt(4);
                case 7 -> random.nextInt(RandomInstruction.N);
                case 8 -> random.nextInt(-3, 66);
                default -> instructions.number();
            };
        }

        private void fillMemory() {
            final int density = random.nextInt(3);
            for (int region = 0; region < program().regions().size(); region++) {
                final RegionSpec spec = program().regions().get(region);
                for (int row = 0; row < spec.rows(); row++) {
                    for (int column = 0; column < spec.length(row); column++) {
                        cpu.region(region).set(row, column, element(spec, density));
                        naive.memory[region][row][column] = cpu.region(region).get(row, column);
                    }
                }
            }
        }

        private int element(final RegionSpec spec, final int density) {
            if (spec.name().equals("W") && spec.type().bits() == 32) {
                // Sums of 70 stay inside 32 bit: the order in which an array saturates is tested elsewhere.
                return random.nextInt(-30_000_000, 30_000_000);
            }
            return switch (spec.name()) {
                case "b0", "b1", "b2", "b3" -> density == 0 ? 0 : random.nextInt(20 * density) < 19 ? 1 : 0;
                case "ix", "qi" -> random.nextInt(RandomInstruction.N);
                case "S0", "S1" -> instructions.number() | 1;
                default -> instructions.number();
            };
        }

        private Program program() {
            return cpu.program();
        }

        private Instruction instruction() {
            return program().instruction(REGISTERS);
        }
    }
}
