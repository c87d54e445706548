/**
 * Hardware faults: what is asked for ({@link org.ranvier.core.fault.FaultSpec}), the decorators that make it happen between a core and
 * its fabric, barrier and synapse array, and the log of what did happen.
 *
 * <p>Depends on {@code array}, {@code fabric}, {@code isa}, {@code packet}, {@code random}, {@code state} and {@code error}; a chip
 * without faults has none of the decorators. Each decorator belongs to the thread that simulates its core.
 */
package org.ranvier.core.fault;
