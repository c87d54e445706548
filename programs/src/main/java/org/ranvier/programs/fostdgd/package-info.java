/**
 * FO-STDGD, gradient descent of fractional order on spike times, as chip programs: the network, its mapping to cores, tables and the
 * host protocol.
 *
 * <p>The learning arithmetic is in {@code input.asm} and {@code layer.asm}; Java only places programs, routes, tables and initial
 * contents, and presents samples as packets. Depends on {@code org.ranvier.programs.layered} and below. One thread owns a chip.
 */
package org.ranvier.programs.fostdgd;
