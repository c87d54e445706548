/**
 * The barrier: a tree over the routers that finds out that the chip is quiet and releases everybody.
 *
 * <p>Depends on {@code org.ranvier.router} and {@code sim-core}. One thread owns a barrier.
 */
package org.ranvier.router.barrier;
