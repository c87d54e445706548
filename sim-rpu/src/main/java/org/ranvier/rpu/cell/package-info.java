/**
 * What the parts of a crossbar share: the devices of an array as reads and pulses see them, lines, coincidences, noise
 * addresses and the weight unit.
 *
 * <p>Depends on {@code core.random} and {@code core.state}; devices, updates, reads and compounds depend on it, not on each
 * other's insides. Immutable values may be shared between threads, everything else belongs to one.
 */
package org.ranvier.rpu.cell;
