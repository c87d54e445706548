package org.ranvier.rpu;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.parasitic.ArrayWires;
import org.ranvier.rpu.read.ReadOption;
import org.ranvier.rpu.read.ReadSpec;

/**
 * The specification of one crossbar.
 *
 * @param rows row lines, a bias row included: 1..65,536
 * @param columns column lines: 1..65,536; at most 2^28 devices
 * @param device the devices at the crossings
 * @param timing how long operations take
 * @param periphery converters and pulse generators, for programs that drive the array with values
 * @param wires the resistance of lines, which every read then solves the circuit for, at most 2^20 devices; null for lines without
 * @param readNoise standard deviation of Gaussian noise on every sensed line of a read driven by spikes, in weights: 0..1024
 * @param countPulses whether pulses and half-selects are counted per device, for endurance; 8 bytes a device
 * @param seed the run's seed
 * @param array the array's number in the chip; arrays with equal numbers have equal devices and noise
 */
public record CrossbarSpec(
        int rows,
        int columns,
        DeviceSpec device,
        CrossbarTiming timing,
        Periphery periphery,
        ArrayWires wires,
        double readNoise,
        boolean countPulses,
        long seed,
        int array) {
    /** The most lines of either kind. */
    public static final int MOST_LINES = 1 << 16;

    private static final long MOST_DEVICES = 1L << 28;

    /** A solve works on eight or nine doubles a device: up to 72 MB at this size. */
    private static final long MOST_WIRED_DEVICES = 1L << 20;

    /** Checks the ranges. */
    public CrossbarSpec {
        ConfigurationException.checkRange("crossbar.rows", rows, 1, MOST_LINES);
        ConfigurationException.checkRange("crossbar.columns", columns, 1, MOST_LINES);
        ConfigurationException.checkRange("crossbar.read_noise", readNoise, 0, 1024);
        if (device == null) {
            throw ConfigurationException.of("crossbar.device", null, "a device");
        }
        if (timing == null) {
            throw ConfigurationException.of("crossbar.timing", null, "a timing");
        }
        if (periphery == null) {
            throw ConfigurationException.of("crossbar.periphery", null, "a periphery");
        }
        if ((long) rows * columns > MOST_DEVICES) {
            throw ConfigurationException.of(
                    "crossbar.columns", columns, "at most " + MOST_DEVICES / rows + " with " + rows + " rows");
        }
        if (wires != null) {
            checkWires((long) rows * columns, periphery);
        }
    }

    private static void checkWires(final long devices, final Periphery periphery) {
        if (devices > MOST_WIRED_DEVICES) {
            throw ConfigurationException.of(
                    "crossbar.wires",
                    devices + " devices",
                    "at most " + MOST_WIRED_DEVICES + " to solve their circuit");
        }
        checkDrop(periphery.forward());
        checkDrop(periphery.backward());
    }

    private static void checkDrop(final ReadSpec reads) {
        final double drop = reads.get(ReadOption.IR_DROP);
        if (drop > 0) {
            throw ConfigurationException.of(
                    "read.ir_drop", drop, "0 with crossbar.wires, which are the same drop solved exactly");
        }
    }

    /**
     * Specifies a crossbar with default timing and periphery, noiseless reads and no pulse counters; seed and number 0.
     *
     * @param rows row lines
     * @param columns column lines
     * @param device the devices
     * @return the specification
     */
    public static CrossbarSpec of(final int rows, final int columns, final DeviceSpec device) {
        return new CrossbarSpec(
                rows, columns, device, CrossbarTiming.defaults(), Periphery.defaults(), null, 0, false, 0, 0);
    }

    /** @return the same crossbar with other times */
    public CrossbarSpec withTiming(final CrossbarTiming other) {
        return new CrossbarSpec(rows, columns, device, other, periphery, wires, readNoise, countPulses, seed, array);
    }

    /** @return the same crossbar with other converters and pulse generators */
    public CrossbarSpec withPeriphery(final Periphery other) {
        return new CrossbarSpec(rows, columns, device, timing, other, wires, readNoise, countPulses, seed, array);
    }

    /** @return the same crossbar with other lines; null for lines without resistance */
    public CrossbarSpec withWires(final ArrayWires other) {
        return new CrossbarSpec(rows, columns, device, timing, periphery, other, readNoise, countPulses, seed, array);
    }

    /** @return the same crossbar with that much read noise, in weights */
    public CrossbarSpec withReadNoise(final double sigma) {
        return new CrossbarSpec(rows, columns, device, timing, periphery, wires, sigma, countPulses, seed, array);
    }

    /** @return the same crossbar, counting pulses per device */
    public CrossbarSpec withPulseCounters() {
        return new CrossbarSpec(rows, columns, device, timing, periphery, wires, readNoise, true, seed, array);
    }

    /**
     * Gives the crossbar its noise address.
     *
     * @param runSeed the run's seed
     * @param number the array's number in the chip
     * @return the same crossbar with that address
     */
    public CrossbarSpec withAddress(final long runSeed, final int number) {
        return new CrossbarSpec(
                rows, columns, device, timing, periphery, wires, readNoise, countPulses, runSeed, number);
    }

    ArraySite site() {
        return new ArraySite(rows, columns, seed, array);
    }
}
