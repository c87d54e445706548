package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.ArraySite;

/** The options of a fixed reference conductance that is subtracted from every device's own. */
final class Reference {
    static final Parameter MEAN =
            Parameter.number("reference_mean", "weight", -1024, 1024, 0, "mean of the reference that is subtracted");
    static final Parameter STD = Parameter.number(
            "reference_std", "weight", 0, 1024, 0, "device-to-device spread of the reference that is subtracted");
    static final Parameter SUBTRACT_SYMMETRY_POINT = Parameter.onOff(
            "subtract_symmetry_point",
            false,
            "whether the weight at which up and down steps are equal is added to the reference and the reset point");

    private Reference() {}

    /**
     * Gives a device its reference: its bounds move by it, and the reset point by the symmetry point.
     *
     * @param settings the options
     * @param site shape and noise address
     * @param parameters the devices
     * @param row the row
     * @param column the column
     * @param symmetryPoint the conductance at which up and down steps are equal
     * @return the reference
     */
    static double subtract(
            final Settings settings,
            final ArraySite site,
            final DeviceParameters parameters,
            final int row,
            final int column,
            final double symmetryPoint) {
        final boolean bounded =
                parameters.upper()[row][column] > 0 && parameters.lower()[row][column] < 0;
        final double point = settings.on(SUBTRACT_SYMMETRY_POINT) && bounded ? symmetryPoint : 0;
        final double reference =
                settings.get(MEAN) + Draw.REFERENCE.deviation(site, row, column, settings.get(STD)) + point;
        parameters.subtract(row, column, reference);
        parameters.rest()[row][column] += (float) point;
        return reference;
    }
}
