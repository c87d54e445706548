/**
 * The exceptions of the simulator: a small unchecked tree whose messages are meant for users, and what those
 * messages suggest for a misspelt word.
 *
 * <p>Depends on nothing. A {@link org.ranvier.core.error.SimulationException} is never caught inside the simulator to be
 * ignored; the command line turns it into one line and an exit code.
 */
package org.ranvier.core.error;
