/**
 * The pulsed outer-product update of a crossbar: from two vectors to pulse trains on the lines, and from their coincidences to
 * devices.
 *
 * <p>Depends on {@code rpu.cell} and {@code core}, on no device. One thread owns an update engine; specs may be shared.
 */
package org.ranvier.rpu.update;
