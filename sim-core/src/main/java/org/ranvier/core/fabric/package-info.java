/**
 * The port between cores and whatever carries their packets.
 *
 * <p>Depends on {@code packet} and {@code energy}. Implementations live in {@code sim-router}; cores and hosts see only these
 * interfaces.
 */
package org.ranvier.core.fabric;
