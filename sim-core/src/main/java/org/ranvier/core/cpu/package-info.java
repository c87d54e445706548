/**
 * The core: receive unit, sequencer, vector lanes, send unit and the timing contract.
 *
 * <p>Depends on every other package of this module but {@code chip} and {@code asm}. One thread owns a core. A core meets the
 * rest of the chip at its {@link org.ranvier.core.fabric.Endpoint}, its {@link org.ranvier.core.cpu.RouteTable} and the barrier only.
 */
package org.ranvier.core.cpu;
