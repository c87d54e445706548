/**
 * A network in parts that run side by side, seen as one.
 *
 * <p>Depends on {@code org.ranvier.router}, {@code org.ranvier.router.cycle} and {@code sim-core}. See {@code
 * docs/design/threads.md}.
 */
package org.ranvier.router.parts;
