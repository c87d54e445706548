package org.ranvier.router;

import java.util.Objects;
import org.ranvier.core.error.ConfigurationException;

/**
 * Parameters of an input-queued router, as BookSim2's {@code iq} router names them.
 *
 * @param virtualChannels virtual channels (VC) per input port, 1..8
 * @param bufferFlits private flits per VC, 1..1024; streaming a packet at full rate needs the credit loop, 5 flits
 * @param routingDelay 1: route computation is a stage of its own; 0: look-ahead, the route is known on arrival
 * @param creditDelay extra cycles before a router counts a received credit, 0..16
 * @param speculative whether a head bids for the switch in the cycle in which it bids for a VC
 * @param vcAllocator how output VCs are given to input VCs
 * @param switchAllocator how outputs are given to inputs
 */
public record RouterSpec(
        int virtualChannels,
        int bufferFlits,
        int routingDelay,
        int creditDelay,
        boolean speculative,
        AllocatorKind vcAllocator,
        AllocatorKind switchAllocator) {
    /** The largest number of VCs: eight ports of eight VCs fill one 64-bit mask. */
    public static final int MAX_VIRTUAL_CHANNELS = 8;

    /** Checks the ranges. */
    public RouterSpec {
        ConfigurationException.checkRange("router.virtualChannels", virtualChannels, 1, MAX_VIRTUAL_CHANNELS);
        ConfigurationException.checkRange("router.bufferFlits", bufferFlits, 1, 1024);
        ConfigurationException.checkRange("router.routingDelay", routingDelay, 0, 1);
        ConfigurationException.checkRange("router.creditDelay", creditDelay, 0, 16);
        Objects.requireNonNull(vcAllocator, "vcAllocator");
        Objects.requireNonNull(switchAllocator, "switchAllocator");
    }

    /**
     * Builds a router with iSLIP allocators and no credit delay.
     *
     * @param virtualChannels VCs per input port
     * @param bufferFlits flits per VC
     * @param routingDelay 0 or 1
     * @param speculative speculative switch allocation
     * @return the spec
     */
    public static RouterSpec islip(
            final int virtualChannels, final int bufferFlits, final int routingDelay, final boolean speculative) {
        return new RouterSpec(
                virtualChannels, bufferFlits, routingDelay, 0, speculative, AllocatorKind.ISLIP, AllocatorKind.ISLIP);
    }

    /** @return cycles from the reception of a head flit in one router to its reception in the next one, without contention */
    public int hopCycles() {
        return 3 + routingDelay + (speculative ? 0 : 1);
    }

    /**
     * Gives the latency of a packet that meets nobody, from injection to the ejection of its tail.
     *
     * @param hops routers passed, source and destination included
     * @param flits the packet's length; the formula holds while {@code bufferFlits} covers the credit loop
     * @return cycles
     */
    public int zeroLoadLatency(final int hops, final int flits) {
        return hopCycles() * hops + 2 + flits - 1;
    }
}
