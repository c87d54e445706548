/**
 * JMH benchmarks of the simulator's hot paths; run by hand, never by a build.
 *
 * <p>May depend on every module. Nothing depends on it.
 */
package org.ranvier.benchmarks;
