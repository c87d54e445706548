package org.ranvier.rpu.compound;

/**
 * Which rows a transfer reads.
 *
 * @param rows how many rows, one after the other
 * @param random whether the first is drawn; otherwise it follows the last
 * @param resetChance chance that a row is reset after it was read
 */
record TransferPlan(int rows, boolean random, double resetChance) {}
