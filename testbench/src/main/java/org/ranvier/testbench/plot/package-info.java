/**
 * Plots as SVG, for people who would rather look than read.
 *
 * <p>XChart draws, Batik turns what it draws into SVG; text becomes outlines, so a plot looks the same everywhere and needs no
 * font of its reader. Depends on nothing else of the project. Not thread-safe.
 */
package org.ranvier.testbench.plot;
