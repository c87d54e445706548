/**
 * Traces of a run: what every core, router and link does, cycle by cycle, as waveforms (VCD), a timeline (Perfetto) or a table of spikes
 * (CSV).
 *
 * <p>Recorders run on the threads that simulate and put records of four words into a ring; one thread takes them out, orders them by
 * cycle and writes the files. Depends on the chip, {@code config} for files and {@code energy} for prices. See {@code
 * docs/design/traces.md}.
 */
package org.ranvier.testbench.trace;
