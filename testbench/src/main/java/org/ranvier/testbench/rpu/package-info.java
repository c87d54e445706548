/**
 * Devices by name and experiments on them: presets read from YAML, the response of a population of devices to pulses, and
 * the moments of a pulsed update.
 *
 * <p>Depends on {@code rpu}, {@code core}, {@code testbench.yaml} and {@code testbench.plot}. Immutable cases, one thread per run.
 */
package org.ranvier.testbench.rpu;
