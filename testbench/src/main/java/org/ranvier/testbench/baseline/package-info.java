/**
 * What spiking rules are measured against: the same network trained by ordinary back-propagation in real numbers.
 *
 * <p>May depend on {@code org.ranvier.core.error} and {@code org.ranvier.testbench.data} only. A network belongs to one thread.
 */
package org.ranvier.testbench.baseline;
