/**
 * Image data sets: the IDX container, checked loading in the MNIST and EMNIST naming, and the order in which samples are shown.
 *
 * <p>May depend on {@code org.ranvier.core.error} only. {@link org.ranvier.testbench.data.DataSets} is the entry point; what it
 * returns does not change afterwards and may be read from any thread.
 */
package org.ranvier.testbench.data;
