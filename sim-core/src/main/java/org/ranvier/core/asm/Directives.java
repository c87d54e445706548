package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.error.Nearest;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.RandomSeed;
import org.ranvier.core.memory.RegionSpec;

/** Reads the lines that begin with a dot, all but the conditionals. */
final class Directives {
    private static final List<String> NAMES = List.of(
            ".param", ".reg", ".mem", ".array", ".list", ".rows", ".on", ".phase", ".probe", ".seed", ".data", ".if",
            ".else", ".endif");

    private final Symbols symbols;
    private final Unlinked program;
    private final OperandParser operands;
    private final InstructionParser instructions;
    private final Expressions expressions;
    private final Declarations declarations;

    Directives(
            final Symbols symbols,
            final Unlinked program,
            final OperandParser operands,
            final InstructionParser instructions,
            final Map<String, Long> overrides) {
        this.symbols = symbols;
        this.program = program;
        this.operands = operands;
        this.instructions = instructions;
        this.expressions = new Expressions(symbols.parameters());
        this.declarations = new Declarations(symbols, overrides);
    }

    /** Reads the directive that fills the line. */
    void parse(final Cursor cursor) {
        final Token directive = cursor.next();
        switch (directive.text()) {
            case ".param" -> declarations.param(cursor);
            case ".reg" -> declarations.reg(cursor);
            case ".mem" -> declarations.mem(cursor);
            case ".array" -> declarations.array(cursor);
            case ".list" -> declarations.list(cursor);
            case ".rows" -> declarations.rows(cursor);
            case ".on" -> on(cursor);
            case ".phase" -> phase(cursor);
            case ".probe" -> probe(cursor);
            case ".seed" -> seed(cursor);
            case ".data" -> data(cursor);
            default ->
                throw directive.error(
                        "unknown directive '" + directive.text() + "'" + Nearest.hint(directive.text(), NAMES));
        }
        cursor.end();
    }

    private void on(final Cursor cursor) {
        final Token name = cursor.name("event or packet kind");
        final CoreEvent event = OperandParser.event(name.text());
        final int kind = event == null ? kind(name) : -1;
        final Token equals = cursor.peek();
        final Binding binding = cursor.accept("=")
                ? new Binding(null, inline(cursor))
                : new Binding(cursor.name("'=' or a label"), null);
        if (event == null) {
            program.packet(name, kind, binding);
        } else if (binding.inline() != null) {
            throw equals.error("only a packet kind can have an inline handler");
        } else {
            program.event(name, event, binding);
        }
    }

    private int kind(final Token name) {
        if (name.text().matches("PHASE[0-9]+") || !name.text().matches("[A-Z][A-Z0-9_]*")) {
            throw name.error("unknown event '" + name.text() + "', expected "
                    + Arrays.stream(CoreEvent.values()).map(Enum::name).collect(Collectors.joining(", "))
                    + " or a packet kind in upper case");
        }
        return operands.kind(name);
    }

    private Draft inline(final Cursor cursor) {
        final Draft draft = instructions.parse(cursor);
        if (!draft.op().inlineable() || draft.isPredicated()) {
            throw draft.mnemonic()
                    .error("an inline handler is one of "
                            + Arrays.stream(Op.values())
                                    .filter(Op::inlineable)
                                    .map(Op::mnemonic)
                                    .collect(Collectors.joining(", "))
                            + " without a predicate");
        }
        return draft;
    }

    private void phase(final Cursor cursor) {
        final Token name = cursor.name("energy phase");
        for (final EnergyPhase phase : EnergyPhase.values()) {
            if (phase != EnergyPhase.IDLE && phase.label().equals(name.text())) {
                program.phase(phase);
                return;
            }
        }
        throw name.error("unknown energy phase '" + name.text()
                + "', expected forward, backward, update, communication or control");
    }

    private void probe(final Cursor cursor) {
        final Token name = cursor.newName("probe name");
        program.probe(name, symbols.requireRegion(cursor.name("region")));
    }

    private void seed(final Cursor cursor) {
        final Token name = cursor.name("region");
        final int region = symbols.requireRegion(name);
        if (!SignatureRules.isLanes(symbols.region(region))) {
            throw name.error("region '" + name.text() + "' cannot hold random states, that takes s32");
        }
        final int stream = expressions.evaluate(cursor, "stream", 0, Integer.MAX_VALUE);
        final int first = cursor.atEnd() ? 0 : expressions.evaluate(cursor, "first lane", 0, Integer.MAX_VALUE);
        program.seed(name, new RandomSeed(region, stream, first));
    }

    private void data(final Cursor cursor) {
        final Token name = cursor.name("region");
        final int region = symbols.requireRegion(name);
        final RegionSpec spec = symbols.region(region);
        if (spec.array()) {
            throw name.error("the synapse array is loaded by the host, not by .data");
        }
        final List<Integer> values = new ArrayList<>();
        do {
            values.add(expressions.evaluate(
                    cursor,
                    spec.type().label() + " value",
                    spec.type().min(),
                    spec.type().max()));
        } while (cursor.accept(","));
        program.data(region, values);
        final int count = program.data().get(region).length;
        if (count > spec.elements()) {
            throw name.error(count + " values are too many for " + SignatureRules.describe(spec)
                    + (spec.isList() ? "; .rows comes before .data" : ""));
        }
    }
}
