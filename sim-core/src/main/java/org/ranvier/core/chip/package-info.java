/**
 * The chip: cores on a fabric and a barrier, a host at an edge port, and the sequence of a sample.
 *
 * <p>Depends on every other package of this module but {@code asm}; knows the fabric and the arrays by their interfaces only.
 */
package org.ranvier.core.chip;
