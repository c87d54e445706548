/**
 * Saving and restoring the state of components as a flat, checked byte image.
 *
 * <p>Depends on {@code error} and Agrona's buffers.
 */
package org.ranvier.core.state;
