/**
 * SSNN-BP, back-propagation by spike coincidences (Biswas, Saraswat, Ganguly 2023), as chip programs: the network, its
 * mapping to cores and the host protocol.
 *
 * <p>The learning arithmetic is in {@code input.asm} and {@code layer.asm}; Java only places programs, routes and initial
 * contents, and presents samples as packets. Depends on {@code org.ranvier.programs.chip} and below.
 */
package org.ranvier.programs.ssnnbp;
