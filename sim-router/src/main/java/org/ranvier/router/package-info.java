/**
 * What a spike network is built from: mesh, router and fabric specs, and the events it counts.
 *
 * <p>Depends on {@code sim-core} only; the subpackages depend on this one, never the other way round. Everything here is
 * immutable.
 */
package org.ranvier.router;
