package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One command line run inside the test's process. */
record CliRun(int code, String out, String err) {
    static CliRun of(final String... args) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final int code = Main.run(args, new PrintWriter(out), new PrintWriter(err));
        return new CliRun(code, out.toString(), err.toString());
    }

    /** Splits at blanks; for command lines without paths. */
    static CliRun line(final String line) {
        return of(line.split(" "));
    }
}
