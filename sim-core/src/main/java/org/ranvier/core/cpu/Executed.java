package org.ranvier.core.cpu;

import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.isa.Op;

/**
 * What all executions of one instruction of a core have taken, inline instructions of the receive unit included.
 *
 * @param op the instruction
 * @param phase the energy phase that it counts under
 * @param count executions
 * @param cycles of its unit, from the shapes of the operands alone: without waiting, array time and packets sent
 * @param events energy events, in the order of {@link CoreEvents#kinds}
 */
public record Executed(Op op, EnergyPhase phase, long count, long cycles, long[] events) {}
