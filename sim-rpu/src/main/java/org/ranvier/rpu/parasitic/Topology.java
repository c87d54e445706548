package org.ranvier.rpu.parasitic;

/**
 * How the devices of an array get their current; the names follow Sandia's CrossSim, whose arrays these are ("non-interleaved":
 * the two halves of a signed weight sit in arrays of their own).
 */
public enum Topology {
    /**
     * The driven line carries the current of its own devices: a plain crossbar. Rows meet their terminal before the first column,
     * columns theirs after the last row, in both read directions: so a transposed read sees the exact transpose.
     */
    INPUT_SOURCE,

    /**
     * The input only connects devices (the gates of a 1T1R array); their current comes from supply lines parallel to the sensed
     * lines, which enter at the end opposite to the sensing. Lines do not interact. An input of 0 disconnects; any other input
     * acts as the voltage across the device and its wires, so only inputs of 0 and one common magnitude are a real circuit.
     * The supply's resistance is that of the driven line's kind; a transposed read has its supplies parallel to the rows.
     */
    SEPARATE_SOURCE
}
