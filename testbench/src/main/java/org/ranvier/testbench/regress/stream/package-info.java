/**
 * What the cores of a chip do, as streams of events that can be written compactly and compared event by event.
 *
 * <p>Depends on the core and on {@code regress.operand}. A stream belongs to one core, and to the thread that simulates it; streams
 * of different cores share nothing.
 */
package org.ranvier.testbench.regress.stream;
