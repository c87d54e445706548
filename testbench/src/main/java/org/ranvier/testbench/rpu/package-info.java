/**
 * Devices by name, and experiments on crossbars alone, without a chip: presets read from YAML, and what devices, updates and
 * periphery do, in numbers that other simulators can be compared with.
 *
 * <p>Depends on {@code rpu}, {@code core} and {@code testbench.yaml}. Immutable cases, one thread per run.
 */
package org.ranvier.testbench.rpu;
