/**
 * Building a chip from its specification: fabric, barrier, arrays and cores under one clock.
 *
 * <p>Depends on {@code sim-core}, {@code sim-router} and {@code sim-rpu}; the only place where the three meet.
 */
package org.ranvier.programs.chip;
