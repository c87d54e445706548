/**
 * Pricing of a run: profiles give joules per event and watts per part, a report applies them to a ledger's counts.
 *
 * <p>Depends on the event kinds of {@code sim-core}, {@code sim-router} and {@code sim-rpu}, and on nothing of a run besides
 * its ledger. Everything here is immutable; {@code docs/design/energy.md} says what the numbers mean.
 */
package org.ranvier.testbench.energy;
