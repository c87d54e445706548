/**
 * SFDFA in continuous time and double precision: neurons simulated from spike to spike in closed form, and the exact gradient of each
 * spike time computed online (Bacho and Chu 2024, arXiv 2403.08804). {@link SteppedLayer} is the same rule on a grid of time steps.
 *
 * <p>What the integer form on the chip approximates. Depends on nothing but {@code java}. Objects belong to one thread.
 */
package org.ranvier.testbench.reference.sfdfa.event;
