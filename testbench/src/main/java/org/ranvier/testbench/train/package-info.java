/**
 * Training and testing of SSNN-BP on a simulated chip, and what is reported about it: accuracy, spikes, cycles and joules.
 *
 * <p>Depends on {@code programs}, {@code data}, {@code energy} and {@code config}; never on the reference models. One thread.
 */
package org.ranvier.testbench.train;
