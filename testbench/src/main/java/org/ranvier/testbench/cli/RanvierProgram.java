package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import org.ranvier.testbench.sweep.Program;

/** This program, as the runs of a sweep call it wherever they are done. */
final class RanvierProgram implements Program {
    private static final long serialVersionUID = 1L;

    RanvierProgram() {}

    @Override
    public int run(final String[] words, final PrintWriter out, final PrintWriter err) {
        return Main.run(words, out, err);
    }
}
