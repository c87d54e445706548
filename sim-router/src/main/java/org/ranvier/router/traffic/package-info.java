/**
 * Synthetic traffic: who sends to whom, and when.
 *
 * <p>Depends on {@code org.ranvier.router} and the fabric interface of {@code sim-core}. Every node has a random stream of its
 * own, so traffic does not depend on what the network does.
 */
package org.ranvier.router.traffic;
