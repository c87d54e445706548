/**
 * Network studies without a chip: packet traces replayed through the exact network, and latency over offered load.
 *
 * <p>Depends on {@code sim-router} and {@code sim-core}. Single-threaded; results are a pure function of their arguments.
 */
package org.ranvier.testbench.noc;
