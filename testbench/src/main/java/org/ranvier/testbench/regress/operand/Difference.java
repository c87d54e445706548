package org.ranvier.testbench.regress.operand;

/**
 * An element that differs.
 *
 * @param place its place in the vector, from 0
 * @param expected what it should be
 * @param found what it is
 */
public record Difference(int place, long expected, long found) {}
