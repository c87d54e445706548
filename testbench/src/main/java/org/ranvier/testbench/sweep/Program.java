package org.ranvier.testbench.sweep;

import java.io.PrintWriter;
import java.io.Serializable;

/** The program that runs are command lines of; found again by its class where a run is done. */
public interface Program extends Serializable {
    /**
     * Runs one command line inside the process; several may run at once.
     *
     * @param words the command line
     * @param out gets results
     * @param err gets errors, one line each
     * @return the exit code, 0 when it is done
     */
    int run(String[] words, PrintWriter out, PrintWriter err);
}
