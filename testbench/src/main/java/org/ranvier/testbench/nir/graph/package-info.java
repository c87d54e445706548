/**
 * Networks of the Neuromorphic Intermediate Representation (Pedersen et al., "Neuromorphic intermediate representation", Nature
 * Communications 15, 2024): nested graphs as files hold them, and the flat, checked network that executors run.
 *
 * <p>Depends on errors only: files are read elsewhere, and nothing here knows how a network is run. All types are immutable.
 */
package org.ranvier.testbench.nir.graph;
