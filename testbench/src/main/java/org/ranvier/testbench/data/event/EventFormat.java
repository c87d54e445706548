package org.ranvier.testbench.data.event;

/** A format that recordings come in: how it is recognised and opened. */
interface EventFormat {

    /** @return the name that {@code --format} takes */
    String name();

    /** @return what its files are and how they lie in folders, in one line */
    String expects();

    /**
     * Says whether files look like this format, by their names and the beginnings of their content.
     *
     * @param tree the files
     * @return whether they do
     */
    boolean recognises(FileTree tree);

    /**
     * Opens a set.
     *
     * @param tree its files; closed with the set
     * @param options how to read them
     * @return the set
     * @throws org.ranvier.core.error.ConfigurationException in one line, if the files are not what they should be
     */
    EventSet open(FileTree tree, EventOptions options);
}
