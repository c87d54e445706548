/**
 * Runs networks in NIR: what enters ({@link org.ranvier.testbench.nir.run.Frames}), who computes
 * ({@link org.ranvier.testbench.nir.run.Executor}), what is observed ({@link org.ranvier.testbench.nir.run.Monitor}), and the executor in
 * 64-bit floating point that the others are compared with.
 *
 * <p>Depends on graphs and event recordings. Nothing here is shared between threads.
 */
package org.ranvier.testbench.nir.run;
