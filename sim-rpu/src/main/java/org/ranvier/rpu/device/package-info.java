/**
 * Resistive devices: what one pulse does to a conductance, how devices differ from each other, and how noisy they are.
 *
 * <p>A device is an immutable {@link org.ranvier.rpu.device.DeviceSpec} that declares its options and builds the
 * {@link org.ranvier.rpu.cell.Cells} of an array; most are a {@link org.ranvier.rpu.device.PulsedDevice} and only supply a
 * {@link org.ranvier.rpu.device.StepModel}. Depends on
 * {@code core.random}, {@code core.state} and {@code core.error}. Specs may be shared between threads, cells belong to one.
 */
package org.ranvier.rpu.device;
