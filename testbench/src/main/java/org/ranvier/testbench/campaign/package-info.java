/**
 * Fault campaigns: a command repeated at many rates of a fault and with several seeds, and what each rate costs.
 *
 * <p>Depends on {@code sim-core}'s faults, {@code compare}, {@code config}, {@code plot}, {@code report}, {@code text} and {@code train}.
 * Knows nothing of commands: the command line hands it the results of runs.
 */
package org.ranvier.testbench.campaign;
