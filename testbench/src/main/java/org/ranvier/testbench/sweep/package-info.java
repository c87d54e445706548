/**
 * Sweeps: one command line in many variants, each a run that can be done anywhere and is never done twice.
 *
 * <p>{@link org.ranvier.testbench.sweep.SweepReader} reads what varies, {@link org.ranvier.testbench.sweep.SweepPlan} makes runs of it,
 * a {@link org.ranvier.testbench.sweep.SweepBackend} does them, {@link org.ranvier.testbench.sweep.RunStore} keeps what they came to, and
 * {@link org.ranvier.testbench.sweep.ResultTable} and the page follow from that alone. No engine is part of this package; the module
 * {@code sweep} has one. Depends on the readers of {@code yaml}, and on nothing that knows a rule. Not thread-safe unless it says so.
 */
package org.ranvier.testbench.sweep;
