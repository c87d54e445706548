package org.ranvier.core.state;

/** A component whose state can be saved and restored, field by field in a fixed order. */
public interface Stateful {
    /**
     * Writes the state.
     *
     * @param out where to
     */
    void save(StateWriter out);

    /**
     * Reads back what {@link #save} wrote, into a component built from the same spec.
     *
     * @param in where from
     */
    void restore(StateReader in);
}
