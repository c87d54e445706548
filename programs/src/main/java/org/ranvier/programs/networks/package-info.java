/**
 * Benchmark networks of closed form: programs, mapping and routes for plain spiking networks whose synapses are lists.
 *
 * <p>Depends on {@code chip} and on the packages below it. A network is built once; a sample is a run from rest.
 */
package org.ranvier.programs.networks;
