/**
 * Small neurons and learning rules in plain Java, in the integers of the programs under {@code builtin:rules}: leaky
 * integrate-and-fire as Loihi computes it, STDP by pairs, triplets and reward, e-prop, OTTT and their read-out.
 *
 * <p>Written from the equations in {@code docs/rules.md}, one neuron and one synapse at a time; shares nothing with the chip. One
 * thread owns a model.
 */
package org.ranvier.testbench.reference.rules;
