/**
 * The random sources: the modelled hardware's own generators, and counter-based streams for device noise.
 *
 * <p>Depends on nothing.
 */
package org.ranvier.core.random;
