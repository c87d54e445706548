package org.ranvier.testbench.data.event;

/** Decodes the events of one file. */
@FunctionalInterface
interface RecordingReader {

    /**
     * Appends all events of a file.
     *
     * @param in the file, at its beginning
     * @param sample begun
     * @throws org.ranvier.core.error.ConfigurationException with file and offset, when the file is damaged
     */
    void read(ByteInput in, EventSample sample);
}
