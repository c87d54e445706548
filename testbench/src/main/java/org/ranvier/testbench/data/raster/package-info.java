/**
 * Recordings in time steps: what of a recording a network sees, as spikes or as counts.
 *
 * <p>{@link org.ranvier.testbench.data.raster.EventData} is the entry point. May depend on {@code testbench.data} and
 * {@code org.ranvier.core.error} only. A set belongs to one thread.
 */
package org.ranvier.testbench.data.raster;
