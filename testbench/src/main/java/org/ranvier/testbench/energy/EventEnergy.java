package org.ranvier.testbench.energy;

import java.util.OptionalDouble;
import org.ranvier.core.energy.EventKind;

/**
 * What all events of one kind took together.
 *
 * @param kind the event
 * @param count how often it happened
 * @param joules energy of them all, in J; empty when the profile has no price of its own for it
 */
public record EventEnergy(EventKind kind, long count, OptionalDouble joules) {}
