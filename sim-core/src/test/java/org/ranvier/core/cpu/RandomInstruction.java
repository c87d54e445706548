package org.ranvier.core.cpu;

import java.util.SplittableRandom;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.Signature;
import org.ranvier.core.isa.Unit;

/** Valid instructions with random operands of every kind, over the regions of {@link #REGIONS}. */
final class RandomInstruction {
    static final int N = 70;

    static final String REGIONS = """
            .mem v0,v1 s32 [70]
            .mem v2 s8 [70]
            .mem v3 u8 [1][70]
            .mem v4 s16 [70]
            .mem m0 s16 [5][70]
            .mem m1 s32 [70][3]
            .mem m2 u8 [70][3]
            .mem m3 s32 [4][70]
            .mem ix u8 [70]
            .mem T0 s32 [70]
            .mem T1 s8 [1][70]
            .mem T2 u8 [70]
            .mem b0,b3 bit [70]
            .mem b1 bit [1][70]
            .mem b2 bit [6][70]
            .mem S0 s32 [70]
            .mem S1 s32 [2][70]
            .mem T3 s16 [3][70]
            .mem T4 s16 [70][3]
            .list q0 s16 [5]
            .list q1 u8 [5] like q0
            .list q2,q3 s32 [5] like q0
            .list q4 u8 [5] like q0
            .list q5 s32 [5] like q0
            .list q6 s8 [5] like q0
            .list qi u8 [5] like q0
            .rows q0 70,0,3,1,64
            .array W TYPE [70][70]
            .reg one=r1 third=r2 fourth=r3 x=r4 y=r5 z=r6 at=r7 sh=r8 o0=r9 o1=r10 o2=r11
            """;

    private final SplittableRandom random;
    private String row;

    RandomInstruction(final SplittableRandom random) {
        this.random = random;
    }

    /** @return an instruction on rows of lists, for those that take them */
    String nextOnList(final Op op) {
        row = pick("third", "fourth");
        final StringBuilder text = new StringBuilder(op.mnemonic());
        final boolean scatter = isScatter(op);
        for (int place = 0; place < op.operands().size(); place++) {
            text.append(place == 0 ? " " : ", ");
            text.append(
                    switch (op.operands().get(place)) {
                        case VECTOR_OUT -> pick(list(), list(), "v0", "v2", "m0[one]");
                        case VECTOR_IN ->
                            op == Op.V_GAT || scatter && place == 1
                                    ? "qi{" + row + "}"
                                    : isShift(op, place)
                                            ? shift()
                                            : op.operands().get(0) == Signature.REGISTER_OUT
                                                    ? list()
                                                    : pick(
                                                            list(),
                                                            list(),
                                                            "v1",
                                                            "v4",
                                                            "m3[third]",
                                                            "x",
                                                            "#" + number());
                        case TABLE -> pick("T0", "T1", "T3[one]", "T4[:,one]", "q4", "q5");
                        default -> operand(op, place);
                    });
        }
        return text.indexOf("{") >= 0 ? text.toString() : nextOnList(op);
    }

    private static boolean isScatter(final Op op) {
        return op == Op.V_SCA || op == Op.V_SCADD || op == Op.V_SCMAC;
    }

    private String list() {
        return pick("q0", "q1", "q2", "q3", "q6") + "{" + row + "}";
    }

    String next(final Op op) {
        final StringBuilder text = new StringBuilder(op.mnemonic());
        for (int place = 0; place < op.operands().size(); place++) {
            text.append(place == 0 ? " " : ", ").append(operand(op, place));
        }
        if (op.predicable() && random.nextBoolean()) {
            text.append(pick(" ?", " ?!")).append(bits());
        }
        return text.toString();
    }

    private String operand(final Op op, final int place) {
        return switch (op.operands().get(place)) {
            case VECTOR_OUT -> op.unit() == Unit.ARRAY ? sums() : op.unit() == Unit.PORT ? vectorOrRow() : vector();
            case VECTOR_IN -> isShift(op, place) && random.nextBoolean() ? shift() : vectorIn(op, place);
            case BITS_OUT, BITS_IN -> bits();
            case SCALAR -> scalar(op, place);
            // Three different ones, so that the order in which results are written does not matter.
            case REGISTER_OUT -> "o" + place;
            case CONSTANT -> "#" + constant(op);
            case LABEL -> "there";
            case ARRAY -> "W";
            case TABLE -> pick("T0", "T1", "T2", "T3[third]", "T4[:,third]", "q3");
            case STATES -> pick("S0", "S1[one]");
            case KIND -> "K";
        };
    }

    private String vectorIn(final Op op, final int place) {
        final boolean index = op == Op.V_GAT || isScatter(op) && place == 1;
        if (index) {
            return "ix";
        }
        if (op == Op.S_LD) {
            return vectorOrRow();
        }
        if (op == Op.A_UPD) {
            return pick("v0", "v1", "v2", "v3[r0]", "m1[:,third]", "m3[one]");
        }
        final boolean vector = op.operands().get(0) == Signature.REGISTER_OUT || op.unit() == Unit.ARRAY;
        return vector || isShift(op, place) || random.nextInt(3) > 0 ? vector() : pick("x", "y", "#" + number(), "sh");
    }

    private String vector() {
        return pick(
                "v0",
                "v1",
                "v2",
                "v3",
                "v3[r0]",
                "v4",
                "m0[third]",
                "m0[fourth]",
                "m1[:,third]",
                "m2[:,third]",
                "m3[fourth]",
                "m3[one]",
                "m1[:,one]",
                "W[at]",
                "W[:,at]");
    }

    /** What single elements are read from and written to: no columns. */
    private String vectorOrRow() {
        return pick(
                "v0", "v1", "v2", "v3", "v3[r0]", "v4", "m0[third]", "m0[fourth]", "m3[fourth]", "m3[one]", "W[at]");
    }

    /** Where sums of the array go: 32 bit, no columns. */
    private String sums() {
        return pick("v0", "v1", "m3[fourth]", "m3[one]");
    }

    private String bits() {
        return pick("b0", "b3", "b1", "b1[r0]", "b2[third]", "b2[fourth]", "b2[one]");
    }

    private String scalar(final Op op, final int place) {
        final boolean index = switch (op) {
            case S_LD, B_TST, A_ACC -> place == 2;
            case S_ST, S_INC, B_SET, B_CLR -> place == 1;
            default -> false;
        };
        if (index) {
            return pick("at", "#" + random.nextInt(N));
        }
        if (isShift(op, place)) {
            return shift();
        }
        return op == Op.S_INCM ? pick("x", "#1") : pick("x", "y", "o0", "#" + number());
    }

    private static boolean isShift(final Op op, final int place) {
        return switch (op) {
            case S_SHL, S_SHR, V_SHL, V_SHR, V_SHR_R, V_SRA, V_SRA_R, V_SRS, V_SRS_R, V_LEAK, V_LEAK_R -> place == 2;
            case S_MUL, V_MUL, V_MUL_R, V_MAC, V_MAC_R -> place == 3;
            default -> false;
        };
    }

    private String shift() {
        return pick("sh", "x", "#" + random.nextInt(32));
    }

    private int constant(final Op op) {
        return switch (op) {
            case B_FILL -> random.nextInt(2);
            case X_RND, X_BERN -> 1 + random.nextInt(31);
            default -> random.nextBoolean() ? random.nextInt(64) : random.nextInt(3) * 31;
        };
    }

    /** A number of a random width, often at the edge of a type. */
    int number() {
        return switch (random.nextInt(6)) {
            case 0 -> Integer.MIN_VALUE;
            case 1 -> Integer.MAX_VALUE;
            case 2 -> random.nextInt(-1, 2);
            case 3 -> (random.nextBoolean() ? 1 : -1) * ((1 << random.nextInt(31)) - random.nextInt(2));
            default -> random.nextInt() >> random.nextInt(31);
        };
    }

    String pick(final String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
