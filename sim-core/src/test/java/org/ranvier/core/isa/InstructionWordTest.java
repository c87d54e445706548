package org.ranvier.core.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionWordTest {
    @Test
    void shouldPlaceFieldsAsDrawn() {
        final long word = InstructionWord.pack(0x55, true, new int[] {0x2AAA, 0x1555, 0x3FFF, 0x0001});

        assertThat(word).isEqualTo(1L << 63 | 0x55L << 56 | 0x2AAAL << 42 | 0x1555L << 28 | 0x3FFFL << 14 | 0x0001L);
        assertThat(InstructionWord.opcode(word)).isEqualTo(0x55);
        assertThat(InstructionWord.negated(word)).isTrue();
        assertThat(InstructionWord.field(word, 0)).isEqualTo(0x2AAA);
        assertThat(InstructionWord.field(word, 1)).isEqualTo(0x1555);
        assertThat(InstructionWord.field(word, 2)).isEqualTo(0x3FFF);
        assertThat(InstructionWord.field(word, 3)).isEqualTo(0x0001);
    }

    @ParameterizedTest
    @CsvSource({"-1025, POOL", "-1024, IMMEDIATE", "-1, IMMEDIATE", "0, IMMEDIATE", "1023, IMMEDIATE", "1024, POOL"})
    void shouldChoosePoolWhenImmediateIsWide(final int value, final OperandKind kind) {
        assertThat(Operand.immediate(value).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1024, -1, 0, 1, 1023})
    void shouldKeepSmallImmediates(final int value) {
        final Operand operand = Operand.immediate(value);

        assertThat(InstructionWord.unpack(InstructionWord.pack(operand, 0), new int[0]))
                .isEqualTo(operand);
    }

    @Test
    void shouldKeepEveryRegionAndRegister() {
        for (int region = 0; region < InstructionWord.MAX_REGIONS; region++) {
            assertKept(Operand.region(region));
            for (int register = 0; register < Registers.COUNT; register++) {
                assertKept(Operand.row(region, register));
                assertKept(Operand.column(region, register));
                assertKept(Operand.register(register));
            }
        }
        assertKept(Operand.NONE);
    }

    @Test
    void shouldLookUpLastPoolEntry() {
        final int[] pool = new int[InstructionWord.MAX_POOL];
        pool[InstructionWord.MAX_POOL - 1] = 123456;
        final Operand operand = Operand.immediate(123456);

        assertThat(InstructionWord.unpack(InstructionWord.pack(operand, InstructionWord.MAX_POOL - 1), pool))
                .isEqualTo(operand);
    }

    @ParameterizedTest
    @EnumSource(Op.class)
    void shouldDecodeWhatItEncoded(final Op op) {
        final SplittableRandom random = new SplittableRandom(op.ordinal());
        for (int run = 0; run < 100; run++) {
            final List<Operand> operands = new ArrayList<>();
            for (int i = 0; i < op.operands().size(); i++) {
                operands.add(operand(random));
            }
            final boolean predicated = op.predicable() && random.nextBoolean();
            final Instruction instruction = new Instruction(
                    op,
                    List.copyOf(operands),
                    predicated ? Operand.row(random.nextInt(64), random.nextInt(19)) : Operand.NONE,
                    predicated && random.nextBoolean());
            final Map<Integer, Integer> pool = new HashMap<>();

            final long word = instruction.encode(value -> pool.computeIfAbsent(value, key -> pool.size()));

            final int[] constants = new int[pool.size()];
            pool.forEach((value, index) -> constants[index] = value);
            assertThat(Instruction.decode(word, constants)).isEqualTo(instruction);
        }
    }

    @Test
    void shouldFindEveryMnemonic() {
        for (final Op op : Op.values()) {
            assertThat(Op.of(op.mnemonic())).isSameAs(op);
            assertThat(op.operands()).hasSizeLessThanOrEqualTo(InstructionWord.OPERANDS);
        }
        assertThat(Op.of("v.nothing")).isNull();
        assertThat(Op.values()).hasSizeLessThanOrEqualTo(128);
    }

    private static Operand operand(final SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> Operand.region(random.nextInt(64));
            case 1 -> Operand.row(random.nextInt(64), random.nextInt(19));
            case 2 -> Operand.column(random.nextInt(64), random.nextInt(19));
            case 3 -> Operand.register(random.nextInt(19));
            default -> Operand.immediate(random.nextInt() >> random.nextInt(32));
        };
    }

    private static void assertKept(final Operand operand) {
        assertThat(InstructionWord.unpack(InstructionWord.pack(operand, 0), new int[0]))
                .isEqualTo(operand);
    }
}
