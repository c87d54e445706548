package org.ranvier.core.asm;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.InstructionWord;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.isa.Signature;
import org.ranvier.core.isa.Unit;
import org.ranvier.core.memory.RegionType;

/** Generates {@code docs/isa.md}: the prose of {@link IsaProse} around tables that come from the instruction table. */
public final class IsaReference {
    /** Families of instructions by the first letters of their mnemonics, in the order of the page. */
    private static final Map<String, String> FAMILIES = new LinkedHashMap<>();

    static {
        FAMILIES.put("", "Control");
        FAMILIES.put("s.", "Scalars");
        FAMILIES.put("v.", "Vectors");
        FAMILIES.put("c.", "Compares");
        FAMILIES.put("b.", "Bits");
        FAMILIES.put("r.", "Reductions");
        FAMILIES.put("x.", "Random lanes");
        FAMILIES.put("p.", "Packets");
        FAMILIES.put("a.", "Synapse array");
    }

    private IsaReference() {}

    /** @return the page, lines ended by {@code \n} */
    public static String text() {
        final StringJoiner page = new StringJoiner("\n");
        page.add(IsaProse.MACHINE);
        page.add(registers()).add(types()).add(events());
        page.add(IsaProse.ARITHMETIC);
        page.add(IsaProse.INSTRUCTIONS).add(places());
        FAMILIES.forEach((prefix, title) -> page.add(family(prefix, title)));
        page.add(units());
        page.add(IsaProse.ENCODING).add(encoding());
        page.add(IsaProse.LANGUAGE);
        page.add(example());
        return page.toString();
    }

    private static String registers() {
        final StringJoiner readOnly = new StringJoiner(", ");
        for (int i = Registers.WRITABLE; i < Registers.COUNT; i++) {
            readOnly.add("`" + Registers.name(i) + "` = " + i);
        }
        return "Registers by number: `r0`..`r" + (Registers.WRITABLE - 1) + "` = 0.." + (Registers.WRITABLE - 1) + ", "
                + readOnly + ".\n";
    }

    private static String types() {
        return table(
                "| type | bits | range |",
                RegionType.values(),
                type -> "| `" + type.label() + "` | " + type.bits() + " | " + type.min() + ".." + type.max() + " |");
    }

    private static String events() {
        return "Events, by number:\n\n"
                + table("| event | number |", CoreEvent.values(), e -> "| `" + e.name() + "` | " + e.ordinal() + " |");
    }

    private static String places() {
        return table(
                "| letter | the place accepts |",
                Signature.values(),
                place -> "| `" + place.letter() + "` | " + place.accepts() + " |");
    }

    private static String family(final String prefix, final String title) {
        final StringBuilder text = new StringBuilder("### " + title + "\n\n");
        text.append("| instruction | operands | meaning | opcode | unit | notes |\n|---|---|---|---|---|---|\n");
        for (final Op op : Op.values()) {
            final int dot = op.mnemonic().indexOf('.');
            if (op.mnemonic().substring(0, dot + 1).equals(prefix)) {
                text.append(row(op)).append('\n');
            }
        }
        return text.toString();
    }

    private static String row(final Op op) {
        final StringJoiner operands = new StringJoiner(",", "`", "`").setEmptyValue("");
        op.operands().forEach(place -> operands.add(String.valueOf(place.letter())));
        return "| `" + op.mnemonic() + "` | " + operands + " | " + op.meaning().replace("|", "\\|") + " | "
                + op.ordinal() + " | " + name(op.unit()) + " | " + notes(op) + " |";
    }

    private static String notes(final Op op) {
        final StringJoiner notes = new StringJoiner("; ");
        if (op.predicable()) {
            notes.add("predicate");
        }
        if (op.inlineable()) {
            notes.add("inline");
        }
        for (int place = 0; place < op.operands().size(); place++) {
            final ImmediateRange range = ImmediateRange.of(op, place);
            if (range.isLimited()) {
                notes.add(range.what() + " `#" + range.min() + "`..`#" + range.max() + "`");
            }
        }
        return notes.toString();
    }

    private static String units() {
        return "### Units\n\nAn instruction holds one unit; how many cycles that takes is the core's business"
                + " (`docs/design/core.md`).\n\n"
                + table("| unit | instructions |", Unit.values(), unit -> {
                    final StringJoiner users = new StringJoiner(", ");
                    for (final Op op : Op.values()) {
                        if (op.unit() == unit) {
                            users.add("`" + op.mnemonic() + "`");
                        }
                    }
                    return "| " + name(unit) + " | " + users + " |";
                });
    }

    private static String encoding() {
        return table(
                        "| operand kind | number | low 11 bits |",
                        OperandKind.values(),
                        kind -> "| " + name(kind) + " | " + kind.ordinal() + " | " + lowBits(kind) + " |")
                + "\nLimits: " + InstructionWord.MAX_REGIONS + " regions (the synapse array is one of them), "
                + InstructionWord.MAX_POOL + " constants in the pool, immediates in the word "
                + InstructionWord.MIN_IMMEDIATE + ".." + InstructionWord.MAX_IMMEDIATE + ".\n";
    }

    private static String lowBits(final OperandKind kind) {
        return switch (kind) {
            case NONE -> "0";
            case REGION -> "region (6), 0 (5)";
            case ROW, COLUMN, LIST -> "region (6), register (5)";
            case REGISTER -> "0 (6), register (5)";
            case IMMEDIATE -> "value, two's complement; label: address; packet kind: its number";
            case POOL -> "index into the constant pool";
        };
    }

    private static String example() {
        final PacketKinds kinds = new PacketKinds();
        final Program program = Assembler.assemble("example.asm", IsaProse.EXAMPLE, Map.of(), kinds);
        final Printer printer = new Printer(program, kinds);
        final StringBuilder text = new StringBuilder("## 6. Example\n\n```\n" + IsaProse.EXAMPLE + "```\n\n");
        text.append("assembles to\n\n```\n");
        for (int i = 0; i < program.words().length; i++) {
            text.append(String.format(Locale.ROOT, "%2d  %016x  %s\n", i, program.words()[i], printer.instruction(i)));
        }
        return text.append("```\n").toString();
    }

    private static <T> String table(final String header, final T[] rows, final Function<T, String> row) {
        final StringBuilder text = new StringBuilder(header).append('\n');
        text.append("|---".repeat((int) header.chars().filter(c -> c == '|').count() - 1))
                .append("|\n");
        for (final T each : rows) {
            text.append(row.apply(each)).append('\n');
        }
        return text.toString();
    }

    private static String name(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
