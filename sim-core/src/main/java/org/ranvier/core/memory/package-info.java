/**
 * Local memory: named, typed regions, their addresses and their storage.
 *
 * <p>Depends on {@code error} and {@code state}. A region belongs to one core.
 */
package org.ranvier.core.memory;
