/**
 * Devices by name and experiments on them: presets read from YAML, and the response of a population of devices to pulses.
 *
 * <p>Depends on {@code org.ranvier.rpu}, {@code org.ranvier.testbench.yaml} and {@code org.ranvier.core.error}. One thread.
 */
package org.ranvier.testbench.rpu;
