package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.error.Nearest;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.Handler;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.InstructionWord;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.Program;
import org.ranvier.core.isa.Signature;

/**
 * Turns drafts into words: labels become addresses, wide constants go to the pool.
 *
 * <p>The pool holds each value once, in the order of first use: first the code, then inline handlers by packet kind.
 */
final class Linker {
    private final Symbols symbols;
    private final Unlinked unlinked;
    private final Map<Integer, Integer> pool = new LinkedHashMap<>();

    Linker(final Symbols symbols, final Unlinked unlinked) {
        this.symbols = symbols;
        this.unlinked = unlinked;
    }

    Program link(final String name) {
        checkEnd();
        final List<Draft> code = unlinked.code();
        final long[] words = new long[code.size()];
        final int[] lines = new int[code.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = encode(code.get(i), resolve(code.get(i)));
            lines[i] = code.get(i).mnemonic().line().number();
        }
        final Map<CoreEvent, Handler> events = new EnumMap<>(CoreEvent.class);
        unlinked.events().forEach((event, binding) -> events.put(event, handler(binding)));
        final Map<Integer, Handler> packets = new TreeMap<>();
        unlinked.packets().forEach((kind, binding) -> packets.put(kind, handler(binding)));
        return new Program(
                name,
                words,
                pool.keySet().stream().mapToInt(Integer::intValue).toArray(),
                List.copyOf(symbols.regions()),
                unlinked.phases().toArray(new EnergyPhase[0]),
                lines,
                Collections.unmodifiableMap(symbols.labels()),
                Collections.unmodifiableMap(symbols.aliases()),
                Collections.unmodifiableMap(events),
                Collections.unmodifiableMap(packets),
                List.copyOf(unlinked.probes()),
                List.copyOf(unlinked.seeds()),
                Collections.unmodifiableMap(unlinked.data()));
    }

    private void checkEnd() {
        final List<Draft> code = unlinked.code();
        if (!code.isEmpty()) {
            final Draft last = code.get(code.size() - 1);
            if (!last.op().endsHandler() && last.op() != Op.JMP) {
                throw last.mnemonic().error("the code ends without end, bar, stop or jmp");
            }
        }
        final Token probe = unlinked.lastProbe();
        if (probe != null && unlinked.probes().get(unlinked.probes().size() - 1).address() == code.size()) {
            throw probe.error("no instruction follows probe '" + probe.text() + "'");
        }
    }

    private Handler handler(final Binding binding) {
        if (binding.inline() == null) {
            return Handler.at(address(binding.label()));
        }
        final Instruction inline = resolve(binding.inline());
        encode(binding.inline(), inline);
        return Handler.inline(inline);
    }

    private Instruction resolve(final Draft draft) {
        final List<Operand> operands = new ArrayList<>();
        for (int i = 0; i < draft.arguments().size(); i++) {
            final Argument argument = draft.arguments().get(i);
            final boolean label = draft.op().operands().get(i) == Signature.LABEL;
            operands.add(label ? Operand.immediate(address(argument.token())) : argument.operand());
        }
        return new Instruction(
                draft.op(), List.copyOf(operands), draft.predicate().operand(), draft.negated());
    }

    private long encode(final Draft draft, final Instruction instruction) {
        return instruction.encode(value -> {
            final Integer known = pool.putIfAbsent(value, pool.size());
            if (known == null && pool.size() > InstructionWord.MAX_POOL) {
                throw draft.mnemonic()
                        .error("too many wide constants, the pool holds " + InstructionWord.MAX_POOL
                                + "; values in " + InstructionWord.MIN_IMMEDIATE + ".." + InstructionWord.MAX_IMMEDIATE
                                + " need none");
            }
            return known == null ? pool.size() - 1 : known;
        });
    }

    private int address(final Token label) {
        final Integer address = symbols.labels().get(label.text());
        if (address == null) {
            throw label.error("undefined label '" + label.text() + "'"
                    + Nearest.hint(label.text(), symbols.labels().keySet()));
        }
        if (address == unlinked.code().size()) {
            throw label.error("no instruction follows label '" + label.text() + "'");
        }
        return address;
    }
}
