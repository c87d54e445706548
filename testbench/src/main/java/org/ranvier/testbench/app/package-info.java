/**
 * A user's own chip, described by one YAML file: cores and their programs, routes, stimulus and probes; how to build and run it.
 *
 * <p>Readers turn the file into immutable {@code App...} records, {@link org.ranvier.testbench.app.AppChip} builds the chip from
 * them, {@link org.ranvier.testbench.app.AppRun} presents the samples and writes what the probes saw. Depends on
 * {@code org.ranvier.testbench.data}, {@code rpu}, {@code yaml} and the chip itself; not on reference models. One thread.
 */
package org.ranvier.testbench.app;
