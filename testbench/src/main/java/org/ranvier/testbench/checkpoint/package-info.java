/**
 * Checkpoints of runs: a file that holds all state of a run between two samples, written while it goes on, and what resumes it.
 *
 * <p>Depends on the saved state of {@code sim-core}, on data sets for their fingerprints and on nothing of a run besides
 * {@link org.ranvier.testbench.checkpoint.Course}. Used by one thread; {@code docs/design/checkpoints.md} has the file's layout.
 */
package org.ranvier.testbench.checkpoint;
