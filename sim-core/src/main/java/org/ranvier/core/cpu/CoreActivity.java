package org.ranvier.core.cpu;

/**
 * Where a core's time went, in cycles.
 *
 * @param busy instructions and handler dispatch
 * @param arrayStall waiting for the synapse array or its result
 * @param sendStall waiting for room in the out-queue
 * @param barrierWait from arriving at the barrier to the release
 */
public record CoreActivity(long busy, long arrayStall, long sendStall, long barrierWait) {}
