/**
 * The synapse array: where weights live, behind one interface, and its SRAM implementation.
 *
 * <p>Depends on {@code energy}, {@code error} and {@code state}. Crossbars implement {@link org.ranvier.core.array.SynapseArray} in {@code sim-rpu}.
 */
package org.ranvier.core.array;
