/**
 * The instruction set: one table from which assembler, disassembler, interpreter, timing, energy and the reference page come.
 *
 * <p>Depends on {@code error} and {@code memory}. Everything here is immutable.
 */
package org.ranvier.core.isa;
