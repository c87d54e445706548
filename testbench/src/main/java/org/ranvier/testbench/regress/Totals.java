package org.ranvier.testbench.regress;

import java.util.Map;

/**
 * What a recording, or a comparison, consists of.
 *
 * @param chips chips that the command built
 * @param samples samples that they ran
 * @param events events of all cores
 * @param instructions instructions among them
 * @param results what the command said in the end
 */
public record Totals(int chips, long samples, long events, long instructions, Map<String, Object> results) {}
