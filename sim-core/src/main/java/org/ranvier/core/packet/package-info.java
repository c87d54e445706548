/**
 * Packets as primitive longs.
 *
 * <p>Depends on nothing. All methods are static and pure.
 */
package org.ranvier.core.packet;
