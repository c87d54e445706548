package org.ranvier.core.error;

/**
 * A source file of a chip program cannot be assembled.
 *
 * <p>The message has the form {@code file:line:column: problem: source line}, all on one line.
 */
public final class AssemblyException extends ConfigurationException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;

    /**
     * @param file the source file as the user named it
     * @param line line number, from 1
     * @param column column number, from 1
     * @param problem what is wrong and what is allowed
     * @param source the source line itself
     */
    public AssemblyException(
            final String file, final int line, final int column, final String problem, final String source) {
        super(file + ":" + line + ":" + column + ": " + problem + ": " + source.strip());
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /** @return the source file as the user named it */
    public String file() {
        return file;
    }

    /** @return the line number, from 1 */
    public int line() {
        return line;
    }

    /** @return the column number, from 1 */
    public int column() {
        return column;
    }
}
