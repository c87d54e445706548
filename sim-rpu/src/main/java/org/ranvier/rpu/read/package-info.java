/**
 * The read periphery of a crossbar: converters, noise, scaling of inputs and ranges around a matrix-vector product, in either
 * direction, as IBM aihwkit's analog matrix-vector product models them.
 *
 * <p>{@link org.ranvier.rpu.read.ReadSpec} says what the periphery does, every option declared in
 * {@link org.ranvier.rpu.read.ReadOption}; {@link org.ranvier.rpu.read.ReadPipeline} does it. The product inside is a
 * {@link org.ranvier.rpu.read.MatrixProduct}: exact sums, vector instructions, or a circuit with wires. Depends on
 * {@code rpu.cell} and on {@code core}. Specs may be shared between threads, pipelines and products belong to one.
 */
package org.ranvier.rpu.read;
