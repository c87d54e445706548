package org.ranvier.testbench.regress;

/**
 * A figure that differs by more than is allowed.
 *
 * @param name what it is
 * @param expected as it was recorded, or null
 * @param found as it is, or null
 */
record ResultDifference(String name, Object expected, Object found) {}
