/**
 * Micro-benchmarks of the simulator's hot paths.
 *
 * <p>Depends on everything; nothing depends on it.
 */
package org.ranvier.benchmarks;
