/**
 * Routes: what a route handle means in each router, built once before traffic flows.
 *
 * <p>Depends on {@code org.ranvier.router} and {@code sim-core} errors. Not thread safe; nothing here runs per cycle.
 */
package org.ranvier.router.route;
