/**
 * The crossbar: a synapse array of resistive devices, with its read and pulse paths, time and events.
 *
 * <p>Depends on its own packages {@code device}, {@code read}, {@code update} and {@code parasitic}, and on {@code core}; knows no router and no core. One thread owns a crossbar.
 */
package org.ranvier.rpu;
