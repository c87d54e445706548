/**
 * YAML files whose mistakes can be pointed at: a tree of values that know their file, line and path.
 *
 * <p>Depends on {@code org.ranvier.core.error} and the Jackson parser. Values are immutable once read.
 */
package org.ranvier.testbench.yaml;
