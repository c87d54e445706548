package org.ranvier.testbench.data.event;

import java.util.List;
import org.ranvier.core.error.ConfigurationException;

/** A data set on disk: its parts, none of which has been read. */
public interface EventSet extends AutoCloseable {

    /** @return the format's name, as {@code --format} takes it */
    String format();

    /** @return the parts that are there, {@code train}, {@code valid}, {@code test} in this order; {@code all} for a set without parts */
    List<String> parts();

    /**
     * Opens a part.
     *
     * @param part one of {@link #parts()}
     * @return its samples; to be closed before this set is
     * @throws ConfigurationException in one line, if there is no such part or its files are not what they should be
     */
    EventSource open(String part);

    /** Closes what finding the parts has opened. */
    @Override
    void close();
}
