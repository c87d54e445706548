/**
 * Faults as results: what happened on a chip, and campaigns that run a command at many rates.
 *
 * <p>Depends on {@code sim-core}, {@code config}, {@code plot}, {@code report}, {@code text} and {@code train}.
 */
package org.ranvier.testbench.fault;
