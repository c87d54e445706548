/**
 * FO-STDGD, gradient descent of fractional order on spike times, twice: in the integers of the chip, and in real numbers.
 *
 * <p>Written from the rule's design page, with the eligibility kept at the synapse as the rule defines it; knows nothing of programs
 * and cores. One thread owns a model.
 */
package org.ranvier.testbench.reference.fostdgd;
