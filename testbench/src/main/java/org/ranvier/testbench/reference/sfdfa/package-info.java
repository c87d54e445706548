/**
 * The integer form of SFDFA (Bacho and Chu 2024, arXiv 2403.08804) that a chip can run, in plain Java, bit for bit.
 *
 * <p>Depends on the generator of {@code org.ranvier.testbench.reference} and on {@code org.ranvier.core.error}. A model belongs to one
 * thread; specs may be shared.
 */
package org.ranvier.testbench.reference.sfdfa;
