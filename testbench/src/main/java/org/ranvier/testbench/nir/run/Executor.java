package org.ranvier.testbench.nir.run;

/** Runs a network, a sample at a time. */
public interface Executor {
    /**
     * Runs one sample from rest: no potential, no current, no spike before it.
     *
     * @param frames what enters, step by step
     * @param steps how many steps; after the last frame nothing enters
     * @param monitor is told of every step
     */
    void run(Frames frames, int steps, Monitor monitor);
}
