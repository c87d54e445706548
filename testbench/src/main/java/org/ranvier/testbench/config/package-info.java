/**
 * Files at the edge of the program: strict YAML that users write, and output that appears complete or not at all.
 *
 * <p>Depends on {@code programs} for what the files describe. Stateless.
 */
package org.ranvier.testbench.config;
