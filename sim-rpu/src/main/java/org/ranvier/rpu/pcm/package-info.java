/**
 * Phase-change memory that holds trained weights: programming noise, drift of the conductance, 1/f read noise, and the
 * compensation of drift.
 *
 * <p>{@link org.ranvier.rpu.pcm.PcmWeights} is the way in: weights are programmed once and asked for at a time after that. The
 * model is for inference; devices that learn by pulses are in {@code rpu.device}. Depends on {@code rpu.cell} for noise addresses
 * and the weight unit, and on {@code core.error}. Specs may be shared between threads, programmed weights belong to one.
 */
package org.ranvier.rpu.pcm;
