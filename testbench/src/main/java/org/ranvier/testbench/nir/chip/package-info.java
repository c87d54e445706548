/**
 * Networks in NIR on the chip: what lies between two populations becomes one matrix of synapses ({@link
 * org.ranvier.testbench.nir.chip.Wiring}), real numbers become whole ones ({@link org.ranvier.testbench.nir.chip.Lowering}), and the chip
 * runs them ({@link org.ranvier.testbench.nir.chip.ChipExecutor}).
 *
 * <p>Depends on {@code nir.graph}, {@code nir.run} and {@code programs.population}. One thread.
 */
package org.ranvier.testbench.nir.chip;
