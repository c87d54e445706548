/**
 * Scoreboards: hold the chip against an independent reference model, sample by sample.
 *
 * <p>The only package in which a chip and a reference model meet. Depends on {@code programs} and on
 * {@code org.ranvier.testbench.reference}.
 */
package org.ranvier.testbench.scoreboard;
