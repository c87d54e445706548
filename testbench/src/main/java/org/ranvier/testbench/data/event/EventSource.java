package org.ranvier.testbench.data.event;

import java.util.List;
import org.ranvier.core.error.ConfigurationException;

/**
 * Samples of one part of a data set, of which one at a time is in memory.
 *
 * <p>Samples are best read in ascending order. Any other order gives the same samples; a format of one file per sample or with an index
 * finds them at once, a recording that holds several is read again from its beginning when a sample lies before the last one read.
 */
public interface EventSource extends AutoCloseable {

    /** @return where events can come from */
    EventShape shape();

    /** @return how many samples there are */
    int size();

    /** @return the names of the classes, in the order of labels; those of the whole set, whether or not this part has samples of them */
    List<String> classes();

    /**
     * Reads one sample as it is in the file: times may be out of order and addresses out of range.
     *
     * @param index which, from 0
     * @param sample what it is read into; undefined after an exception
     * @throws ConfigurationException in one line that names the file, the place in it and what is wrong; other samples can still be
     *     read
     */
    void read(int index, EventSample sample);

    /** Closes the files; to be called once. */
    @Override
    void close();
}
