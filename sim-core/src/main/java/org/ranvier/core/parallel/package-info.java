/**
 * Partitions of a chip side by side: each has its own scheduler, what crosses between them is exchanged at the ends of windows.
 *
 * <p>Depends on {@code time} and {@code state}. What happens is the same whoever does the work: {@link
 * org.ranvier.core.parallel.RoundRunner} decides about threads, and nothing else does. See {@code docs/design/threads.md}.
 */
package org.ranvier.core.parallel;
