/**
 * Small rules as chip programs, the ones to copy: neurons and STDP on one core, and OTTT and e-prop for a network with one hidden
 * layer, with its mapping to cores and its host protocol.
 *
 * <p>The arithmetic is in the {@code .asm} files of this package, described in {@code docs/rules.md}; Java only places programs,
 * routes, tables and initial contents, and presents samples as packets. Depends on {@code org.ranvier.programs.layered} and below.
 * One thread owns a chip.
 */
package org.ranvier.programs.rules;
