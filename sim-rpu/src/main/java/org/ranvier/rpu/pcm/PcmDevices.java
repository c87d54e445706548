package org.ranvier.rpu.pcm;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;

/**
 * One phase-change device at every crossing of an array, struct of arrays. Conductances are fractions of the largest one.
 *
 * <p>A draw's address is the device, what it is for, and the number of the programming or of the read; so reads may come in any
 * order and be repeated.
 */
public final class PcmDevices {
    /** Above the counters of parameters that pulsed devices draw at the same site. */
    private static final long SPACE = 1L << 48;

    private static final int USE_BITS = 2;
    private static final int PROGRAM = 0;
    private static final int EXPONENT = 1;
    private static final int READ = 2;

    private final PcmSpec spec;
    private final ArraySite site;
    private final float[][] programmed;
    private final float[][] exponent;
    private final float[][] strength;

    /**
     * Makes devices that are not programmed.
     *
     * @param spec what they are
     * @param site shape and noise address of the array
     */
    public PcmDevices(final PcmSpec spec, final ArraySite site) {
        this.spec = spec;
        this.site = site;
        programmed = new float[site.rows()][site.columns()];
        exponent = new float[site.rows()][site.columns()];
        strength = new float[site.rows()][site.columns()];
    }

    /**
     * Programs one device.
     *
     * @param row its row
     * @param column its column
     * @param target the conductance aimed at: 0..1
     * @param number the programming's number
     */
    public void program(final int row, final int column, final double target, final long number) {
        final double noise = spec.programming().deviation(target) * normal(row, column, PROGRAM, number);
        final double reached = Math.max(0, target + noise);
        programmed[row][column] = (float) reached;
        strength[row][column] = (float) spec.read().strength(reached);
        exponent[row][column] = (float) spec.drift().exponent(target, normal(row, column, EXPONENT, number));
    }

    /**
     * Tells what a device was programmed to.
     *
     * @param row its row
     * @param column its column
     * @return its conductance right after programming, without read noise
     */
    public double programmed(final int row, final int column) {
        return programmed[row][column];
    }

    /**
     * Tells how fast a device drifts.
     *
     * @param row its row
     * @param column its column
     * @return its drift exponent
     */
    public double exponent(final int row, final int column) {
        return exponent[row][column];
    }

    /**
     * Reads one device.
     *
     * @param row its row
     * @param column its column
     * @param logTime {@link Drift#logTime} at the time of the read
     * @param growth {@link ReadNoise#growth} at the time of the read
     * @param number the read's number
     * @return the conductance that the read sees
     */
    public double read(final int row, final int column, final double logTime, final double growth, final long number) {
        final double before = programmed[row][column];
        if (before == 0) {
            return 0;
        }
        final double now = before * StrictMath.exp(-exponent[row][column] * logTime);
        final double deviation = strength[row][column] * growth;
        return deviation == 0 ? now : Math.max(0, now * (1 + deviation * normal(row, column, READ, number)));
    }

    private double normal(final int row, final int column, final int use, final long number) {
        return site.normal(Purpose.BUILD, site.device(row, column), SPACE | number << USE_BITS | use);
    }
}
