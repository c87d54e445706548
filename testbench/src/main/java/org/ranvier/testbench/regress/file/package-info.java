/**
 * The file of a recording: chunks with lengths and checksums, complete or not there at all.
 *
 * <p>Knows nothing of what the chunks hold. Writers and readers may be used by several threads.
 */
package org.ranvier.testbench.regress.file;
