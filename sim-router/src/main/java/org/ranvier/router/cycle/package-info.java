/**
 * The exact network: routers whose timing equals BookSim2's input-queued router flit for flit, with multicast trees.
 *
 * <p>Data flows one way inside a cycle: {@code Ejectors} and {@code Routers} take what {@code Links} deliver, {@code Injectors}
 * send, {@code Pipeline} decides and puts flits and credits back on the {@code Links}. {@code CycleFabric} runs these steps and
 * sleeps when nothing is under way. State is primitive arrays; nothing is allocated per packet once the pools have grown.
 * Depends on {@code org.ranvier.router}, {@code org.ranvier.router.route} and {@code sim-core}. One thread owns a fabric.
 */
package org.ranvier.router.cycle;
