package org.ranvier.core.fabric;

/**
 * The chip's synchronisation tree as its members see it: releases all of them once each has arrived and no packet is outstanding.
 *
 * <p>A packet is outstanding from the moment it is queued until its receiver has <em>handled</em> each copy, so nothing of
 * a step is handled after the step's release.
 */
public interface BarrierNetwork {
    /**
     * Adds a member.
     *
     * @param node the node whose router it sits at
     * @param member the member
     * @return its number, for {@link #arrive}
     */
    int join(int node, BarrierMember member);

    /**
     * A member has nothing more to do in this step.
     *
     * @param member its number
     * @param cycle the current cycle
     */
    void arrive(int member, long cycle);

    /**
     * A member has nothing more to do in this step, and its arrival tells the root that the tick is the sample's last.
     *
     * @param member its number
     * @param cycle the current cycle
     */
    void arriveLast(int member, long cycle);

    /**
     * Packets were queued.
     *
     * @param copies how many copies will be handled
     */
    void sent(int copies);

    /**
     * A copy was handled, or dropped on its way, or will be for certain.
     *
     * @param cycle the cycle of that, the current one or a later one that is known in advance
     */
    void handled(long cycle);
}
