/**
 * Comparisons of crossbars with measurements of other simulators, kept as CSV files: the same experiment here, and how far its
 * figures are from theirs in units of a stated bound.
 *
 * <p>A comparison is a class that implements {@link org.ranvier.testbench.rpu.validation.Comparison}; {@link
 * org.ranvier.testbench.rpu.validation.Comparisons} lists them. Depends on {@code testbench.rpu}, {@code testbench.plot} and
 * {@code rpu}. One thread.
 */
package org.ranvier.testbench.rpu.validation;
