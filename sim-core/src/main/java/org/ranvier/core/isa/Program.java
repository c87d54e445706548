package org.ranvier.core.isa;

import java.util.List;
import java.util.Map;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.memory.MemoryMap;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RowPointers;

/**
 * An assembled program of one core role.
 *
 * @param name the source's name
 * @param words the code; see {@link InstructionWord}
 * @param pool the constant pool
 * @param regions regions by index, the synapse array included
 * @param phases the energy phase of each instruction
 * @param lines the source line number of each instruction, from 1
 * @param labels code addresses by label
 * @param registers register numbers by the names that the program gave them
 * @param events handlers of barrier events; absent ones arrive by themselves
 * @param packets handlers of packet kinds, by kind number; a packet without one is an error of the program
 * @param probes places where monitors may look
 * @param seeds random lanes to be seeded at load
 * @param data initial contents of regions, by region index; absent ones start at zero
 */
public record Program(
        String name,
        long[] words,
        int[] pool,
        List<RegionSpec> regions,
        EnergyPhase[] phases,
        int[] lines,
        Map<String, Integer> labels,
        Map<String, Integer> registers,
        Map<CoreEvent, Handler> events,
        Map<Integer, Handler> packets,
        List<ProbePoint> probes,
        List<RandomSeed> seeds,
        Map<Integer, int[]> data) {

    /** @return the instruction at an address */
    public Instruction instruction(final int address) {
        return Instruction.decode(words[address], pool);
    }

    /** @return the index of a region, or -1 */
    public int region(final String region) {
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).name().equals(region)) {
                return i;
            }
        }
        return -1;
    }

    /** @return the declaration of the synapse array, or null when the program has none */
    public RegionSpec array() {
        return regions.stream().filter(RegionSpec::array).findFirst().orElse(null);
    }

    /**
     * Gives a list its rows, and those that are like it.
     *
     * @param list the name of a list that has pointers of its own
     * @param pointers where its rows begin, as many as it was declared with
     * @return a program that differs in nothing else
     * @throws ConfigurationException when there is no such list or it has another number of rows
     */
    public Program withRows(final String list, final RowPointers pointers) {
        final int index = region(list);
        if (index < 0
                || !regions.get(index).isList()
                || regions.get(index).list().like() != null) {
            throw ConfigurationException.of("list of " + name, list, "a list with rows of its own");
        }
        if (regions.get(index).rows() != pointers.rows()) {
            throw ConfigurationException.of(
                    "rows of " + name + " " + list,
                    Integer.toString(pointers.rows()),
                    Integer.toString(regions.get(index).rows()));
        }
        return new Program(
                name,
                words,
                pool,
                regions.stream().map(region -> region.withRows(list, pointers)).toList(),
                phases,
                lines,
                labels,
                registers,
                events,
                packets,
                probes,
                seeds,
                data);
    }

    /** @return bytes of code and constant pool */
    public int codeBytes() {
        return words.length * Long.BYTES + pool.length * Integer.BYTES;
    }

    /** @return where everything lives in local memory */
    public MemoryMap memoryMap() {
        return MemoryMap.link(codeBytes(), regions);
    }
}
