/**
 * Time: one integer clock and the total order of events.
 *
 * <p>Depends on {@code error} only. One thread owns a {@link org.ranvier.core.time.Scheduler}.
 */
package org.ranvier.core.time;
