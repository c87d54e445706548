package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.Signature;

/** Valid random sources: every instruction once, with random operands, in the disassembler's own spelling. */
final class RandomSource {
    private static final int N = 70;
    private static final List<String> HEAD = List.of(
            ".mem v0,v1 s32 [70]",
            ".mem v2 s8 [70]",
            ".mem v3 u8 [1][70]",
            ".mem m0 s16 [5][70]",
            ".mem m1 s32 [70][3]",
            ".mem m2 s32 [2][70]",
            ".array W s16 [70][70]",
            ".mem b0 bit [70]",
            ".mem b1 bit [1][70]",
            ".mem b2 bit [6][70]",
            ".mem S0 s32 [70]",
            ".mem t0 u8 [5]",
            ".mem t1 s32 [1][300]",
            ".mem t2 s16 [70][70]",
            ".mem S1 s32 [3][70]",
            ".list q0 s16 [19]",
            ".list q1 u8 [19] like q0",
            ".rows q0 3,0,70,1,4",
            ".data q1 250,2,3",
            ".reg x=r3 yy=r15 xx=r3",
            ".data v2 -128,127,3",
            ".data b2 1,0,1,1,0,0,0,1,1,1,1,0,0,0,0,0,1,1",
            ".seed S0 4 1000",
            ".on SAMPLE start",
            ".on PHASE1 start");

    private final SplittableRandom random;
    private final List<String> instructions = new ArrayList<>();

    RandomSource(final long seed) {
        random = new SplittableRandom(seed);
    }

    /** @return the instructions of the last source, one by one, labels excluded */
    List<String> instructions() {
        return instructions;
    }

    /** @return a new source */
    String next() {
        instructions.clear();
        final StringBuilder text = new StringBuilder(String.join("\n", HEAD)).append('\n');
        int kind = 0;
        for (final Op op : Op.values()) {
            if (op.inlineable()) {
                text.append(".on IN")
                        .append(kind++)
                        .append(" = ")
                        .append(unpredicated(op))
                        .append('\n');
            }
        }
        text.append("start:\n");
        for (final Op op : Op.values()) {
            if (random.nextInt(4) == 0) {
                text.append(".phase ").append(pick("forward", "backward", "update", "communication", "control"));
                text.append('\n');
            }
            if (random.nextInt(4) == 0) {
                text.append(".probe P")
                        .append(op.ordinal())
                        .append(pick(" v0", " b2", " W"))
                        .append('\n');
            }
            if (random.nextInt(8) == 0) {
                text.append("z").append(op.ordinal()).append(":\n");
            }
            final String instruction = onList(op) ? list(op) : unpredicated(op) + predicate(op);
            instructions.add(instruction);
            text.append(instruction).append('\n');
        }
        instructions.add("end");
        return text.append("last:\nend\n").toString();
    }

    private String unpredicated(final Op op) {
        final StringBuilder text = new StringBuilder(op.mnemonic());
        for (int place = 0; place < op.operands().size(); place++) {
            text.append(place == 0 ? " " : ",").append(operand(op, place));
        }
        return text.toString();
    }

    private boolean onList(final Op op) {
        return List.of(Op.V_ADD, Op.V_MAC_R, Op.V_GAT, Op.V_SCADD, Op.R_TOP2, Op.X_RND)
                        .contains(op)
                && random.nextBoolean();
    }

    private String list(final Op op) {
        return switch (op) {
            case V_GAT -> "v.gat q0{key},q1,q0{key}".replace("q1", pick("t0", "q1"));
            case V_SCADD -> "v.scadd " + pick("t1", "v0", "q1") + ",q0{yy},#7";
            case R_TOP2 -> "r.top2 r1,r2,r4,q1{x}";
            case X_RND -> "x.rnd q1{r0},S0,#3";
            default ->
                op.mnemonic() + " q0{x}," + pick("q1{x}", "v2", "r3").replace("r3", "x") + ",#5"
                        + (op == Op.V_ADD ? "" : ",#5");
        };
    }

    private String predicate(final Op op) {
        return op.predicable() && random.nextBoolean() ? pick(" ?", " ?!") + bits() : "";
    }

    private String operand(final Op op, final int place) {
        final Signature signature = op.operands().get(place);
        return switch (signature) {
            case VECTOR_OUT -> out(op);
            case VECTOR_IN ->
                op == Op.A_UPD
                        ? pick("v0", "v2", "m1[:,ep]")
                        : op == Op.S_LD
                                ? rows()
                                : mustBeVector(op, place) || random.nextBoolean() ? vector() : scalar(op, place);
            case BITS_OUT, BITS_IN -> bits();
            case SCALAR -> scalar(op, place);
            case REGISTER_OUT -> pick("r0", "r1", "r14", "yy");
            case CONSTANT -> constant(op, place);
            case LABEL -> pick("start", "last");
            case ARRAY -> "W";
            case TABLE -> pick("t0", "t1", "t2[yy]", "t2[:,key]", "q0");
            case STATES -> pick("S0", "S1[r0]");
            case KIND -> pick("IN0", "IN1", "OTHER");
        };
    }

    private static boolean mustBeVector(final Op op, final int place) {
        return switch (op) {
            case R_SUM, R_MAX, R_TOP2, V_GAT, A_FWDV, A_BWDV, A_UPD -> true;
            case V_SCA, V_SCADD, V_SCMAC -> place == 1;
            default -> false;
        };
    }

    private String out(final Op op) {
        return switch (op) {
            case S_ST, S_INC -> rows();
            case A_FWD, A_BWD, A_ACC, A_FWDV, A_BWDV -> pick("v0", "v1", "m2[x]", "m2[pay]");
            default -> vector();
        };
    }

    private String rows() {
        return pick("v0", "v2", "v3", "m0[yy]", "m0[key]", "v3[r0]", "W[r1]");
    }

    private String vector() {
        return pick(
                "v0", "v1", "v2", "v3", "m0[r0]", "m0[key]", "m1[:,ep]", "m1[:,yy]", "v3[pay]", "W[r9]", "W[:,key]");
    }

    private String bits() {
        return pick("b0", "b1", "b1[r2]", "b2[key]", "b2[yy]");
    }

    private String scalar(final Op op, final int place) {
        return random.nextBoolean() ? pick("r0", "r2", "yy", "key", "pay", "ep") : constant(op, place);
    }

    private String constant(final Op op, final int place) {
        final ImmediateRange range = ImmediateRange.of(op, place);
        final boolean index = switch (op) {
            case S_LD, B_TST, A_ACC -> place == 2;
            case S_ST, S_INC, B_SET, B_CLR -> place == 1;
            default -> false;
        };
        final int min = index ? 0 : range.min();
        final int max = index ? N - 1 : range.max();
        final long value = switch (random.nextInt(4)) {
            case 0 -> random.nextLong(min, max + 1L);
            case 1 -> random.nextLong(-1100, 1100);
            case 2 -> List.of(-1025L, -1024L, 1023L, 1024L).get(random.nextInt(4));
            default -> random.nextBoolean() ? min : max;
        };
        return "#" + Math.max(min, Math.min(max, value));
    }

    private String pick(final String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
