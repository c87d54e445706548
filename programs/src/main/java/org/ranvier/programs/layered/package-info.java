/**
 * What programs for layered networks share, whatever their learning rule: cutting layers into tiles, placing them on cores, start
 * weights, and reading and writing the weights of a whole layer.
 *
 * <p>Depends on {@code org.ranvier.programs.chip} and below; rules depend on it. One thread owns a chip and what belongs to it.
 */
package org.ranvier.programs.layered;
