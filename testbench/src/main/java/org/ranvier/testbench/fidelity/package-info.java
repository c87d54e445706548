/**
 * Comparisons of models with published measurements of silicon.
 *
 * <p>A case is data: a census, a profile and a published value. The model is the profile and nothing is fitted here. Depends on
 * {@code energy} and on the readers of YAML; {@code docs/validation/energy.md} shows the results.
 */
package org.ranvier.testbench.fidelity;
