/**
 * Pictures of samples: in colours for a file, in block characters for a terminal.
 *
 * <p>May depend on {@code org.ranvier.core.error} and {@code org.ranvier.testbench.data} with its parts only.
 */
package org.ranvier.testbench.data.view;
