/**
 * Observers of the chips that a command builds: traces, recorded regressions, whatever looks into a run from outside.
 *
 * <p>Depends on the chip only. An observer attaches its monitors when a chip is handed to it, before anything runs.
 */
package org.ranvier.testbench.observe;
