/**
 * Anytime inference as chip programs: leaky integrate-and-fire layers, and an output that answers, and stops everybody, as soon as
 * it is sure. Weights come from training off the chip.
 *
 * <p>Depends on {@code programs.layered}, {@code programs.chip} and {@code sim-core}. One thread owns a chip and what belongs to it.
 */
package org.ranvier.programs.anytime;
