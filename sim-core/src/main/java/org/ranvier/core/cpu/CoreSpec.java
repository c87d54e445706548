package org.ranvier.core.cpu;

import static org.ranvier.core.error.ConfigurationException.checkRange;

/**
 * The parameters of a core.
 *
 * @param memoryBytes local memory for code, constants and regions, in bytes
 * @param lanes vector lanes, each one 32-bit element a cycle
 * @param portBits width of the local memory port, bits a cycle
 * @param inQueue packets that wait for the receive unit
 * @param outQueue packets that wait for the router
 * @param eventQueue packets that wait for a handler of the sequencer
 * @param dispatchCycles cycles from an event to the first instruction of its handler
 * @param takenBranchCycles cycles of a branch that is taken; one that is not takes one
 * @param multiplyCycles cycles of a scalar multiplication, and of one beat of the lanes' multiplier
 * @param divideCycles cycles of a scalar division
 * @param gatherPerCycle elements a gather or scatter moves in a cycle
 * @param reductionTail cycles of the tree behind the lanes in a reduction
 * @param sendCycles cycles between two packets of one send instruction
 */
public record CoreSpec(
        int memoryBytes,
        int lanes,
        int portBits,
        int inQueue,
        int outQueue,
        int eventQueue,
        int dispatchCycles,
        int takenBranchCycles,
        int multiplyCycles,
        int divideCycles,
        int gatherPerCycle,
        int reductionTail,
        int sendCycles) {

    /** A core of 128 KiB, 16 lanes and a 256-bit port. */
    public static final CoreSpec DEFAULT = new CoreSpec(131_072, 16, 256, 16, 16, 64, 4, 2, 1, 16, 4, 4, 1);

    /** Checks every field. */
    public CoreSpec {
        checkRange("core.memoryBytes", memoryBytes, 64, 1 << 28);
        checkRange("core.lanes", lanes, 1, 1024);
        checkRange("core.portBits", portBits, 32, 8192);
        checkRange("core.inQueue", inQueue, 1, 4096);
        checkRange("core.outQueue", outQueue, 1, 4096);
        checkRange("core.eventQueue", eventQueue, 1, 65_536);
        checkRange("core.dispatchCycles", dispatchCycles, 1, 1000);
        checkRange("core.takenBranchCycles", takenBranchCycles, 1, 1000);
        checkRange("core.multiplyCycles", multiplyCycles, 1, 1000);
        checkRange("core.divideCycles", divideCycles, 1, 1000);
        checkRange("core.gatherPerCycle", gatherPerCycle, 1, 1024);
        checkRange("core.reductionTail", reductionTail, 0, 1000);
        checkRange("core.sendCycles", sendCycles, 1, 1000);
    }

    /** @return the same core with another local memory */
    public CoreSpec withMemory(final int bytes) {
        return new CoreSpec(
                bytes,
                lanes,
                portBits,
                inQueue,
                outQueue,
                eventQueue,
                dispatchCycles,
                takenBranchCycles,
                multiplyCycles,
                divideCycles,
                gatherPerCycle,
                reductionTail,
                sendCycles);
    }
}
