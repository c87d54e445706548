/**
 * Writes networks that were trained here as NIR: the part of them that NIR can say, in NIR's neurons, and what it cannot say in words.
 *
 * <p>Depends on the models of {@code org.ranvier.testbench.train} and {@code org.ranvier.testbench.anytime}, and on NIR's graphs.
 */
package org.ranvier.testbench.nir.export;
