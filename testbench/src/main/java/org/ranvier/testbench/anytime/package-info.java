/**
 * Anytime inference from outside the chip: trained models and their file, quantisation, calibration of thresholds on the chip's own
 * outputs, and what stopping early saves.
 *
 * <p>Depends on {@code bptt}, {@code train}, {@code programs}, {@code data}, {@code energy}, {@code plot} and {@code config}; never
 * on the reference models. One thread.
 */
package org.ranvier.testbench.anytime;
