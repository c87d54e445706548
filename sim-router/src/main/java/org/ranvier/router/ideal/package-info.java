/**
 * A network without contention, for quick studies.
 *
 * <p>Depends on {@code org.ranvier.router}, {@code org.ranvier.router.route} and {@code sim-core}. One thread owns a fabric.
 */
package org.ranvier.router.ideal;
