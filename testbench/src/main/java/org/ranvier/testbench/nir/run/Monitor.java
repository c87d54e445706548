package org.ranvier.testbench.nir.run;

/** Observes a run. */
public interface Monitor {
    /** What nodes hold at the end of a step; indices are those of {@link org.ranvier.testbench.nir.graph.Network#nodes}. */
    interface Activity {
        /**
         * Gives what a node gave.
         *
         * @param node its index
         * @return its output of this step, spikes counted; not to be kept or changed
         */
        double[] output(int node);

        /**
         * Gives the potentials of a population.
         *
         * @param node its index
         * @return potentials after resets; not to be kept or changed; {@code null} of a node that has none
         */
        double[] potential(int node);
    }

    /**
     * A step is over.
     *
     * @param step its number, from 0
     * @param activity what nodes hold
     */
    void step(int step, Activity activity);
}
