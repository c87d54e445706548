/**
 * What instructions read and write, and sums of it small enough to be recorded that still name the element that differs.
 *
 * <p>Depends on the core's programs, memory and arrays, which it only reads. Objects belong to one core, and to the thread that
 * simulates it.
 */
package org.ranvier.testbench.regress.operand;
