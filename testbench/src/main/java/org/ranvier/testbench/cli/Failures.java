package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.SimulationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The only place where exceptions become text: one line on the error stream, and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    static final int FAILED = 1;
    static final int USAGE = 2;

    private final BooleanSupplier stacktrace;

    Failures(final BooleanSupplier stacktrace) {
        this.stacktrace = stacktrace;
    }

    @Override
    public int handleParseException(final ParameterException e, final String[] args) {
        final StringBuilder text = new StringBuilder(e.getMessage());
        if (e instanceof final UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            text.append(", did you mean ").append(String.join(" or ", unmatched.getSuggestions()));
            text.append('?');
        } else if (e.getCommandLine() != null) {
            text.append(" (see ")
                    .append(e.getCommandLine().getCommandSpec().qualifiedName())
                    .append(" --help)");
        }
        return report(e, text.toString(), USAGE, e.getCommandLine().getErr());
    }

    @Override
    public int handleExecutionException(final Exception e, final CommandLine line, final ParseResult result) {
        final PrintWriter err = line.getErr();
        if (e instanceof ConfigurationException) {
            return report(e, e.getMessage(), USAGE, err);
        }
        if (e instanceof SimulationException) {
            return report(e, e.getMessage(), FAILED, err);
        }
        return report(e, "unexpected " + e + " (a defect; --stacktrace shows where)", FAILED, err);
    }

    /** Reports what the Java machine itself cannot go on with. */
    int handleError(final Error e, final PrintWriter err) {
        final String advice = e instanceof OutOfMemoryError
                ? "not enough memory (" + e.getMessage() + "): give more, for example RANVIER_JAVA_OPTS=-Xmx8g"
                : "unexpected " + e + " (a defect; --stacktrace shows where)";
        return report(e, advice, FAILED, err);
    }

    private int report(final Throwable e, final String message, final int code, final PrintWriter err) {
        err.println("ranvier: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        if (stacktrace.getAsBoolean()) {
            e.printStackTrace(err);
        }
        return code;
    }
}
