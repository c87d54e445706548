package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ranvier.core.error.Nearest;
import org.ranvier.core.isa.InstructionWord;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RowPointers;

/** The names a program has declared: parameters, registers, regions and labels. */
final class Symbols {
    private final Map<String, Long> parameters = new LinkedHashMap<>();
    private final Map<String, Integer> registers = new HashMap<>();
    private final Map<String, Integer> aliases = new LinkedHashMap<>();
    private final List<RegionSpec> regions = new ArrayList<>();
    private final Map<String, Integer> regionIndex = new LinkedHashMap<>();
    private final Set<Integer> withRows = new HashSet<>();
    private final Map<String, Integer> labels = new LinkedHashMap<>();

    Symbols() {
        for (int i = 0; i < Registers.COUNT; i++) {
            registers.put(Registers.name(i), i);
        }
    }

    Map<String, Long> parameters() {
        return parameters;
    }

    void parameter(final Token name, final long value) {
        if (parameters.putIfAbsent(name.text(), value) != null) {
            throw name.error("parameter '" + name.text() + "' is declared twice");
        }
    }

    /** @return register numbers by the names that the program gave them */
    Map<String, Integer> aliases() {
        return aliases;
    }

    /** @return the register of a name or alias, or -1 */
    int register(final String name) {
        return registers.getOrDefault(name, -1);
    }

    void alias(final Token name, final int register) {
        checkFree(name);
        registers.put(name.text(), register);
        aliases.put(name.text(), register);
    }

    List<RegionSpec> regions() {
        return regions;
    }

    RegionSpec region(final int index) {
        return regions.get(index);
    }

    /** @return the index of a region, or -1 */
    int region(final String name) {
        return regionIndex.getOrDefault(name, -1);
    }

    /** @return true when the region was declared with two dimensions, be the first of them 1 */
    boolean hasRows(final int region) {
        return withRows.contains(region);
    }

    void region(final Token name, final RegionSpec spec, final boolean hasRows) {
        checkFree(name);
        if (regions.size() == InstructionWord.MAX_REGIONS) {
            throw name.error("too many regions, an instruction can name " + InstructionWord.MAX_REGIONS);
        }
        if (hasRows) {
            withRows.add(regions.size());
        }
        regionIndex.put(spec.name(), regions.size());
        regions.add(spec);
    }

    /** Gives a list its rows, and those that are like it. */
    void rows(final String list, final RowPointers pointers) {
        regions.replaceAll(region -> region.withRows(list, pointers));
    }

    /** Finds a declared region that a directive names. */
    int requireRegion(final Token name) {
        final int region = region(name.text());
        if (region < 0) {
            throw name.error("unknown region '" + name.text() + "'" + Nearest.hint(name.text(), regionIndex.keySet()));
        }
        return region;
    }

    /** @return a hint at the register or region that a word was meant to be */
    String hintOperand(final String word) {
        final Set<String> names = new TreeSet<>(regionIndex.keySet());
        names.addAll(registers.keySet());
        return Nearest.hint(word, names);
    }

    /**
     * Counts the elements an operand stands for.
     *
     * @return elements of a vector operand, or -1 for a whole list or a whole region of several rows; rows of lists are left to
     *     {@link ListRules}
     */
    int length(final Operand operand) {
        final RegionSpec spec = regions.get(operand.region());
        return switch (operand.kind()) {
            case ROW -> spec.columns();
            case COLUMN -> spec.rows();
            default -> spec.rows() == 1 && !spec.isList() ? spec.columns() : -1;
        };
    }

    Map<String, Integer> labels() {
        return labels;
    }

    void label(final Token name, final int address) {
        if (labels.putIfAbsent(name.text(), address) != null) {
            throw name.error("label '" + name.text() + "' is defined twice");
        }
    }

    private void checkFree(final Token name) {
        if (registers.containsKey(name.text())) {
            throw name.error("'" + name.text() + "' is already the name of a register");
        }
        if (regionIndex.containsKey(name.text())) {
            throw name.error("'" + name.text() + "' is already the name of a region");
        }
    }
}
