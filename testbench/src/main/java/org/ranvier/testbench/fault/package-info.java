/**
 * Faults as results: what happened on a chip.
 *
 * <p>Depends on {@code sim-core} alone.
 */
package org.ranvier.testbench.fault;
