package org.ranvier.core.isa;

import java.util.List;
import java.util.Map;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.memory.MemoryMap;
import org.ranvier.core.memory.RegionSpec;

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

    /** @return bytes of code and constant pool */
    public int codeBytes() {
        return words.length * Long.BYTES + pool.length * Integer.BYTES;
    }

    /** @return where everything lives in local memory */
    public MemoryMap memoryMap() {
        return MemoryMap.link(codeBytes(), regions);
    }
}
