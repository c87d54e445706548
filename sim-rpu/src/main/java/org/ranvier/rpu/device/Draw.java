package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;

/** The random numbers that a device is made of. The order is the address: new ones go to the end, so old devices stay. */
enum Draw {
    UPPER,
    LOWER,
    GAIN,
    UP_DOWN,
    CORRUPT,
    STUCK,
    DIFFUSION,
    RESET,
    LIFETIME,
    SLOPE_UP,
    SLOPE_DOWN,
    REFERENCE,
    GAMMA,
    GAMMA_UP_DOWN,
    DRIFT;

    /**
     * Draws a deviation.
     *
     * @param site shape and noise address
     * @param row the device's row
     * @param column the device's column
     * @param spread standard deviation
     * @return a number distributed N(0, spread^2)
     */
    double deviation(final ArraySite site, final int row, final int column, final double spread) {
        return spread == 0 ? 0 : spread * site.normal(Purpose.BUILD, site.device(row, column), ordinal());
    }

    /**
     * Draws a uniform number.
     *
     * @param site shape and noise address
     * @param row the device's row
     * @param column the device's column
     * @return a number in [0, 1)
     */
    double uniform(final ArraySite site, final int row, final int column) {
        return site.uniform(Purpose.BUILD, site.device(row, column), ordinal());
    }
}
