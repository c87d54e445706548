package org.ranvier.core.asm;

import org.ranvier.core.error.AssemblyException;

/**
 * One line of a source file.
 *
 * @param file the file as the user named it
 * @param number its number, from 1
 * @param text the line without its terminator
 */
record SourceLine(String file, int number, String text) {
    /** @return the exception for a problem at a column, from 1 */
    AssemblyException error(final int column, final String problem) {
        return new AssemblyException(file, number, column, problem, text);
    }
}
