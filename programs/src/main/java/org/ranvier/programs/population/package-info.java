/**
 * Populations of neurons of any kind, joined by sparse projections: networks that were described elsewhere, as chip programs.
 *
 * <p>A {@link org.ranvier.programs.population.PopulationNetwork} says what is computed, in whole numbers; a
 * {@link org.ranvier.programs.population.PopulationMapping} cuts it into cores and has their programs written by
 * {@link org.ranvier.programs.population.PopulationSource}; a {@link org.ranvier.programs.population.PopulationChip} runs it. Depends on
 * {@code programs.chip}, sim-core and sim-router. One thread builds; monitors are called by the threads that simulate.
 */
package org.ranvier.programs.population;
