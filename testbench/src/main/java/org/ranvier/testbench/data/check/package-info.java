/**
 * What a data set consists of: counts, ranges and whatever is odd about its samples, found by reading all of them.
 *
 * <p>May depend on {@code org.ranvier.core.error} and {@code org.ranvier.testbench.data} with its parts only.
 */
package org.ranvier.testbench.data.check;
