/**
 * The energy ledger: primitive counters of hardware events, and the profiles that turn them into joules.
 *
 * <p>Depends on {@code error}. Counters are plain {@code long[]}; one thread owns each row.
 */
package org.ranvier.core.energy;
