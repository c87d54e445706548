/**
 * Runs benchmark networks on a chip: spikes and plasticity watched through probes, operations counted for energy profiles, speed.
 *
 * <p>Depends on {@code programs.networks}, {@code energy} and {@code train} (JSON). A run belongs to one thread; what probes
 * record may come from several.
 */
package org.ranvier.testbench.network;
