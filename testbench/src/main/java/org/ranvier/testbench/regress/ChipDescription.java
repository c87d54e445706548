package org.ranvier.testbench.regress;

import java.util.List;

/**
 * A chip as it was recorded.
 *
 * @param spec its specification in words, threads and faults left out
 * @param specHash SHA-256 of these and of the cores as they are described
 * @param kinds names of its packet kinds
 * @param cores its cores
 * @param counters names of its ledger's counters: component, phase and event, joined by blanks
 */
record ChipDescription(
        String spec, String specHash, List<String> kinds, List<CoreDescription> cores, List<String> counters) {}
