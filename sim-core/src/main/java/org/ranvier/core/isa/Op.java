package org.ranvier.core.isa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The instruction table: every instruction of a core, one row each.
 *
 * <p>Assembler, disassembler, interpreter, timing, energy and {@code docs/isa.md} all read this table, so none of them can
 * disagree with another. The ordinal is the opcode. No instruction does more than one operation over its operands but for the
 * named pairs: multiply-accumulate ({@code v.mac}), shift and add ({@code v.sra}, {@code v.srs}), leak ({@code v.leak}),
 * Bernoulli ({@code x.bern}: draw and compare) scatter-add ({@code v.scadd}) and its product with a
 * scalar ({@code v.scmac}: the weights of a spike that carries a value). A suffix {@code .r} rounds half up where the
 * plain form floors.
 */
public enum Op {
    END("end", "", Unit.SEQUENCER, "ends the handler"),
    BAR("bar", "", Unit.SEQUENCER, "ends the handler and arrives at the barrier"),
    JMP("jmp", "L", Unit.SEQUENCER, "goes to L"),
    BEQ("beq", "s,s,L", Unit.SEQUENCER, "goes to L if a == b"),
    BNE("bne", "s,s,L", Unit.SEQUENCER, "goes to L if a != b"),
    BLT("blt", "s,s,L", Unit.SEQUENCER, "goes to L if a < b"),
    BGE("bge", "s,s,L", Unit.SEQUENCER, "goes to L if a >= b"),
    LOOP("loop", "r,s,L", Unit.SEQUENCER, "r = r + 1; goes to L if r < s"),
    POPB("popb", "r,B,L", Unit.PORT, "r = index of the lowest set bit, which is cleared; goes to L if there is none"),
    BNONE("bnone", "b,L", Unit.BITS, "goes to L if no bit is set"),

    S_MOV("s.mov", "r,s", Unit.SEQUENCER, "r = a"),
    S_ADD("s.add", "r,s,s", Unit.SEQUENCER, "r = a + b, saturating"),
    S_SUB("s.sub", "r,s,s", Unit.SEQUENCER, "r = a - b, saturating"),
    S_MIN("s.min", "r,s,s", Unit.SEQUENCER, "r = min(a, b)"),
    S_MAX("s.max", "r,s,s", Unit.SEQUENCER, "r = max(a, b)"),
    S_AND("s.and", "r,s,s", Unit.SEQUENCER, "r = a AND b"),
    S_OR("s.or", "r,s,s", Unit.SEQUENCER, "r = a OR b"),
    S_XOR("s.xor", "r,s,s", Unit.SEQUENCER, "r = a XOR b"),
    S_SHL("s.shl", "r,s,s", Unit.SEQUENCER, "r = a << b, saturating; b in 0..31"),
    S_SHR("s.shr", "r,s,s", Unit.SEQUENCER, "r = a >> b, flooring; b in 0..31"),
    S_MUL("s.mul", "r,s,s,s", Unit.SEQUENCER, "r = (a * b) >> c in 64 bit, saturating"),
    S_DIV("s.div", "r,s,s", Unit.SEQUENCER, "r = a / b, towards zero; 0 if b is 0"),
    S_CLZ("s.clz", "r,s", Unit.SEQUENCER, "r = number of leading zero bits of a, 0..32"),
    S_INCM("s.incm", "r,s", Unit.SEQUENCER, "r = r + 1 == a ? 0 : r + 1"),
    S_LD("s.ld", "r,v,s", Unit.PORT, "r = a[b]"),
    S_ST("s.st", "V,s,s", Unit.PORT, "d[a] = b"),
    S_INC("s.inc", "V,s,s", Unit.PORT, "d[a] += b, saturating"),

    V_MOV("v.mov", "V,v", Unit.LANES, "d = a"),
    V_ABS("v.abs", "V,v", Unit.LANES, "d = |a|, saturating"),
    V_ADD("v.add", "V,v,v", Unit.LANES, "d = a + b, saturating"),
    V_SUB("v.sub", "V,v,v", Unit.LANES, "d = a - b, saturating"),
    V_MIN("v.min", "V,v,v", Unit.LANES, "d = min(a, b)"),
    V_MAX("v.max", "V,v,v", Unit.LANES, "d = max(a, b)"),
    V_AND("v.and", "V,v,v", Unit.LANES, "d = a AND b"),
    V_SHL("v.shl", "V,v,v", Unit.LANES, "d = a << b, saturating; b in 0..31"),
    V_SHR("v.shr", "V,v,v", Unit.LANES, "d = a >> b, flooring; b in 0..31"),
    V_SHR_R("v.shr.r", "V,v,v", Unit.LANES, "d = a >> b, rounding half up"),
    V_MUL("v.mul", "V,v,v,s", Unit.MULTIPLIER, "d = (a * b) >> c in 64 bit, saturating"),
    V_MUL_R("v.mul.r", "V,v,v,s", Unit.MULTIPLIER, "d = (a * b) >> c in 64 bit, rounding half up, saturating"),
    V_MAC("v.mac", "V,v,v,s", Unit.MULTIPLIER, "d += (a * b) >> c in 64 bit, saturating"),
    V_MAC_R("v.mac.r", "V,v,v,s", Unit.MULTIPLIER, "d += (a * b) >> c in 64 bit, rounding half up, saturating"),
    V_SRA("v.sra", "V,v,s", Unit.LANES, "d += a >> b, saturating"),
    V_SRA_R("v.sra.r", "V,v,s", Unit.LANES, "d += a >> b, rounding half up, saturating"),
    V_SRS("v.srs", "V,v,s", Unit.LANES, "d -= a >> b, saturating"),
    V_SRS_R("v.srs.r", "V,v,s", Unit.LANES, "d -= a >> b, rounding half up, saturating"),
    V_LEAK("v.leak", "V,v,s", Unit.LANES, "d += (a - d) >> b, saturating"),
    V_LEAK_R("v.leak.r", "V,v,s", Unit.LANES, "d += (a - d) >> b, rounding half up, saturating"),
    V_GAT("v.gat", "V,T,v", Unit.GATHER, "d[k] = T[a[k]]: gather, table look-up"),
    V_SCA("v.sca", "T,v,v", Unit.GATHER, "T[a[k]] = b[k], k ascending"),
    V_SCADD("v.scadd", "T,v,v", Unit.GATHER, "T[a[k]] += b[k], saturating, k ascending"),

    C_GT("c.gt", "B,v,v", Unit.LANES, "bit = a > b"),
    C_GE("c.ge", "B,v,v", Unit.LANES, "bit = a >= b"),
    C_EQ("c.eq", "B,v,v", Unit.LANES, "bit = a == b"),
    C_NE("c.ne", "B,v,v", Unit.LANES, "bit = a != b"),

    B_MOV("b.mov", "B,b", Unit.BITS, "d = a"),
    B_AND("b.and", "B,b,b", Unit.BITS, "d = a AND b"),
    B_OR("b.or", "B,b,b", Unit.BITS, "d = a OR b"),
    B_XOR("b.xor", "B,b,b", Unit.BITS, "d = a XOR b"),
    B_ANDN("b.andn", "B,b,b", Unit.BITS, "d = a AND NOT b"),
    B_FILL("b.fill", "B,k", Unit.BITS, "every bit = k, 0 or 1"),
    B_SET("b.set", "B,s", Unit.PORT, "sets bit a"),
    B_CLR("b.clr", "B,s", Unit.PORT, "clears bit a"),
    B_TST("b.tst", "r,b,s", Unit.PORT, "r = bit b of a, 0 or 1"),
    B_CNT("b.cnt", "r,b", Unit.BITS, "r = number of set bits"),

    R_SUM("r.sum", "r,v", Unit.REDUCTION, "r = sum of a, saturating at the end"),
    R_MAX("r.max", "r,r,v", Unit.REDUCTION, "first r = largest value, second r = its lowest index"),
    R_TOP2("r.top2", "r,r,r,v", Unit.REDUCTION, "largest value, its lowest index, second largest value"),

    X_RND("x.rnd", "V,S,k", Unit.RANDOM, "steps the states; d = their top k bits, 1..31"),
    X_BERN("x.bern", "B,S,v,k", Unit.RANDOM, "steps the states; bit = top k bits < a"),

    P_SEND("p.send", "K,s,s", Unit.SEND, "sends one packet with key a and payload b"),
    P_EACH("p.each", "K,b", Unit.SEND, "sends one packet per set bit, key = its index, payload 0"),
    P_EACHV("p.eachv", "K,b,v", Unit.SEND, "sends one packet per set bit i, key = i, payload = b[i]"),

    A_FWD("a.fwd", "V,A,b", Unit.ARRAY, "forward read: d[j] = sum of A[i][j] over set rows i"),
    A_BWD("a.bwd", "V,A,b,b", Unit.ARRAY, "transposed read: d[i] = sum over plus columns - sum over minus columns"),
    A_PULSE("a.pulse", "A,b,b,b", Unit.ARRAY, "coincidence pulses: rows x plus columns up, rows x minus columns down"),
    A_ACC("a.acc", "V,A,s", Unit.ARRAY, "d[j] += A[a][j]"),
    A_FWDV("a.fwdv", "V,A,v,k", Unit.ARRAY, "forward read driven by values: d[j] = (sum of A[i][j] * a[i]) >> k"),
    A_BWDV("a.bwdv", "V,A,v,k", Unit.ARRAY, "transposed read driven by values: d[i] = (sum of A[i][j] * a[j]) >> k"),
    A_UPD("a.upd", "A,v,v,s", Unit.ARRAY, "outer-product update: A[i][j] += c * a[i] * b[j], all of them Q20"),

    // Behind all others: opcodes count from the top, and those of programs in files stay what they are.
    STOP("stop", "", Unit.SEQUENCER, "ends the handler, arrives, and makes the tick under way the sample's last"),
    CLOSE("close", "", Unit.SEQUENCER, "drops packets of this sample from now on; sid = -1"),
    V_SCMAC("v.scmac", "T,v,v,s", Unit.GATHER, "T[a[k]] += b[k] * c, saturating, k ascending");

    private static final Map<String, Op> BY_MNEMONIC = new HashMap<>();

    static {
        for (final Op op : values()) {
            BY_MNEMONIC.put(op.mnemonic, op);
        }
    }

    private final String mnemonic;
    private final List<Signature> operands;
    private final Unit unit;
    private final String meaning;

    Op(final String mnemonic, final String operands, final Unit unit, final String meaning) {
        this.mnemonic = mnemonic;
        this.unit = unit;
        this.meaning = meaning;
        final List<Signature> places = new ArrayList<>();
        for (int i = 0; i < operands.length(); i += 2) {
            places.add(Signature.of(operands.charAt(i)));
        }
        this.operands = List.copyOf(places);
    }

    /**
     * Finds an instruction.
     *
     * @param mnemonic e.g. {@code v.add}
     * @return the instruction, or null
     */
    public static Op of(final String mnemonic) {
        return BY_MNEMONIC.get(mnemonic);
    }

    /** @return the name in assembly */
    public String mnemonic() {
        return mnemonic;
    }

    /** @return what each operand place accepts */
    public List<Signature> operands() {
        return operands;
    }

    /** @return the unit that it holds */
    public Unit unit() {
        return unit;
    }

    /** @return what it does; d is the destination, a, b, c the sources in order, k an immediate */
    public String meaning() {
        return meaning;
    }

    /**
     * Tells whether a predicate may be given: on vector instructions of the add class that leave the fourth operand place
     * free. Unselected elements keep their value; on compares unselected bits become 0.
     *
     * @return true when {@code ?m} and {@code ?!m} are allowed
     */
    public boolean predicable() {
        return operands.size() < InstructionWord.OPERANDS
                && (mnemonic.startsWith("v.") || mnemonic.startsWith("c."))
                && unit == Unit.LANES;
    }

    /** @return true when the old value of the destination is an operand too */
    public boolean accumulates() {
        return switch (this) {
            case V_MAC,
                    V_MAC_R,
                    V_SRA,
                    V_SRA_R,
                    V_SRS,
                    V_SRS_R,
                    V_LEAK,
                    V_LEAK_R,
                    V_SCADD,
                    V_SCMAC,
                    S_INC,
                    A_ACC,
                    POPB,
                    B_SET,
                    B_CLR -> true;
            default -> false;
        };
    }

    /** @return true when the instruction can be an inline handler of the receive unit */
    public boolean inlineable() {
        return switch (this) {
            case B_SET, S_INC, S_ST, S_MOV, A_ACC, V_SCADD, V_SCMAC, V_ADD, CLOSE -> true;
            default -> false;
        };
    }

    /** @return true when the instruction ends its handler */
    public boolean endsHandler() {
        return this == END || this == BAR || this == STOP;
    }
}
