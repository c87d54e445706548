package org.ranvier.testbench.nir.graph;

/** A node of a graph as files hold it: an {@link Operation}, or a {@link NirGraph} of its own. */
public interface NirNode {
    /** @return the type as NIR spells it, e.g. {@code CubaLIF} */
    String type();
}
