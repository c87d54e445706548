package org.ranvier.testbench.app;

import java.util.List;
import org.ranvier.testbench.yaml.YamlNode;

/** The host's side of a chip that is being built: what a stimulus needs to address cores. */
interface HostLink {
    /**
     * Finds a packet kind.
     *
     * @param at where the file names it, for messages
     * @param kind its name
     * @return its number
     */
    int kind(YamlNode at, String kind);

    /**
     * Prepares a route from the host.
     *
     * @param at where the file names the receivers, for messages
     * @param kind the kind that it will carry, which all receivers must handle
     * @param to the receiving cores
     * @return the fabric's handle
     */
    int route(YamlNode at, String kind, List<String> to);

    /** @return ticks of a sample */
    int ticks();

    /** @return samples to be presented */
    int samples();

    /** @return the run's seed */
    long seed();
}
