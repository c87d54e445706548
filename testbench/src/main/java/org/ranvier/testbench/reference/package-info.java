/**
 * Reference models: the learning rules computed in plain Java, independently of the chip, for a scoreboard to compare with.
 *
 * <p>May depend on {@code org.ranvier.core.error} and {@code org.ranvier.testbench.data} only; nothing that runs a chip may be reached
 * from here, and nothing here from what runs a chip, so agreement of the two is evidence. A model belongs to one thread; specs may be
 * shared.
 */
package org.ranvier.testbench.reference;
