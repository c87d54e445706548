package org.ranvier.testbench.sweep;

import java.util.List;

/** What a command takes, as far as a sweep must know it. */
public interface CommandSurface {
    /** What an option is given. */
    enum Kind {
        /** There is no such option. */
        NONE,
        /** A number, a name or a list of such. */
        VALUE,
        /** A file or a directory, or a name in its place. */
        FILE
    }

    /** @return the command's words, without its arguments */
    String name();

    /**
     * Looks an option up.
     *
     * @param option its name without dashes
     * @return what it is given
     */
    Kind kind(String option);

    /** @return whether {@code --out} names a directory for the results */
    boolean writesDirectory();

    /**
     * Parses a command line without running it.
     *
     * @param words all of it
     * @throws org.ranvier.core.error.ConfigurationException saying what is wrong with it
     */
    void check(List<String> words);

    /**
     * Looks for keys that a file of an option does not have; what its values may be is the run's to say.
     *
     * @param option the option, without dashes
     * @param tree the file's content: maps with string keys, lists and scalars
     * @throws org.ranvier.core.error.ConfigurationException at a key that is not known, {@code key: problem}
     */
    void checkKeys(String option, Object tree);
}
