/**
 * Reads of crossbars with vector instructions, when Java runs with {@code --add-modules jdk.incubator.vector}.
 *
 * <p>Nothing depends on it: {@code rpu.read} finds it as a service. Depends on {@code rpu.read} and on the incubating module. One
 * thread owns a product.
 */
package org.ranvier.rpu.vector;
