/**
 * Measurements of the simulator itself, by the wall clock of the machine that runs it.
 *
 * <p>Depends on the chip and the network only. Nothing here belongs to a result: figures change from run to run. One thread.
 */
package org.ranvier.testbench.bench;
