/**
 * Learning rules side by side: the same data, network and chip, several seeds, and every figure with its standard error.
 *
 * <p>{@link org.ranvier.testbench.compare.Column} defines what is compared; table, files and plot follow from it. Depends on the
 * training runs of {@code train} and {@code anytime}; knows no rule by name. Not thread-safe.
 */
package org.ranvier.testbench.compare;
