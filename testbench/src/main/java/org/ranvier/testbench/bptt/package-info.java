/**
 * Off-chip training of small spiking networks: back-propagation through time with a surrogate gradient, its losses, and Adam.
 *
 * <p>Real numbers, one thread; what a chip gets of it are the quantised weights. Depends on {@code data} and {@code core.random}.
 */
package org.ranvier.testbench.bptt;
