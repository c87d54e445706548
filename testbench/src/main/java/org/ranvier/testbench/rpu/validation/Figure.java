package org.ranvier.testbench.rpu.validation;

/**
 * A plot of a comparison.
 *
 * @param file name of its file
 * @param caption what it shows
 * @param svg the plot, as an SVG document
 */
public record Figure(String file, String caption, String svg) {}
