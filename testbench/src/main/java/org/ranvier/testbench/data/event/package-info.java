/**
 * Recordings of event cameras and cochleas: readers of their file formats that stream, one sample in memory at a time.
 *
 * <p>{@link org.ranvier.testbench.data.event.EventSets} is the entry point. May depend on {@code org.ranvier.core.error}
 * and {@code org.ranvier.testbench.text} only. A source belongs to one thread.
 */
package org.ranvier.testbench.data.event;
