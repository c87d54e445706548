/**
 * Golden regressions: a run is recorded event by event, and a later one is held against it up to the first difference.
 *
 * <p>{@link org.ranvier.testbench.regress.Recorder} and {@link org.ranvier.testbench.regress.Checker} observe the chips of a
 * command; what cores do goes through {@code regress.stream} into {@code regress.file}. Both are told of samples by the thread that
 * runs the chip, and of events by the threads that simulate its cores. {@code docs/design/regress.md} has the format.
 */
package org.ranvier.testbench.regress;
