/**
 * Golden vectors: a sample and its expected result in a file, run on the chip and reported in the layout of the file.
 *
 * <p>Depends on {@code programs} and on nothing of the reference models. One thread.
 */
package org.ranvier.testbench.golden;
