/**
 * Compounds: several devices at every crossing that act as one weight, and what a chip does by itself to keep them in order.
 *
 * <p>A compound is a {@link org.ranvier.rpu.compound.Compound}: a {@link org.ranvier.rpu.compound.CompoundModel}, its options
 * and the devices it is made of, which may be compounds again. It builds cells that hold cells and show the weighted sum of
 * their weights. The reads and pulses of transfers and refreshes are real ones: they go through a read periphery and a pulse
 * generator, suffer their noise and are reported like anybody's. Depends on {@code rpu.cell}, {@code rpu.device},
 * {@code rpu.read} and {@code rpu.update}. Specs may be shared between threads, cells belong to one.
 */
package org.ranvier.rpu.compound;
