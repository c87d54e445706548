/**
 * The command line: options to calls, results to text, exceptions to one line and an exit code.
 *
 * <p>Depends on everything else in the testbench; nothing depends on it. Commands hold no logic of their own beyond that.
 */
package org.ranvier.testbench.cli;
