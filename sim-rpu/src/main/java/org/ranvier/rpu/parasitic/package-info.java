/**
 * Wire resistance: what a read of a crossbar returns when the lines between its devices, and their terminals, are resistors.
 *
 * <p>{@link org.ranvier.rpu.parasitic.ParasiticRead} reads signed weights, {@link org.ranvier.rpu.parasitic.NodalSolver}
 * solves one array of conductances; both solve Kirchhoff's equations exactly, up to the tolerance of
 * {@link org.ranvier.rpu.parasitic.ParasiticSpec}. Depends on {@code core.error}, on {@code rpu.cell} for the weight unit and
 * on {@code rpu.read} for the product that it stands in for. Specs may be shared between threads, solvers belong to one.
 */
package org.ranvier.rpu.parasitic;
