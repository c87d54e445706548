package org.ranvier.testbench.reference;

/**
 * How arrays with ideal devices are updated by determined pulse counts.
 *
 * @param dw the step of one pulse, Q20
 * @param wmax the largest magnitude of a weight, Q20
 * @param granularity the step that the pulse generators assume, in weights
 * @param slots pulse slots of an update, its most when shortened; 1 or more
 * @param managed whether rows and columns are scaled to the same largest probability
 * @param shortened whether an update takes no more slots than it needs; only with managed
 */
public record PulseSpec(int dw, int wmax, double granularity, int slots, boolean managed, boolean shortened) {}
