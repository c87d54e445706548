package org.ranvier.rpu;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ReadMode;

/**
 * How long a crossbar's operations take, in cycles of the chip's clock.
 *
 * <p>A read integrates, then each sense unit (comparator or converter) serves its lines one after the other:
 * {@code read + min(lines, linesPerSense) * sense} cycles, whatever the data. A read of separate signs integrates twice, and
 * serves its lines as often as they are converted. Up and down pulses take a slot each.
 *
 * @param readCycles integration time of a read: 1..1,000,000
 * @param pulseCycles length of one pulse slot: 1..1,000,000
 * @param linesPerSense lines that share a sense unit: 1..65,536
 * @param senseCycles time a sense unit takes for one line: 0..1,000,000
 */
public record CrossbarTiming(int readCycles, int pulseCycles, int linesPerSense, int senseCycles) {
    private static final int MOST_CYCLES = 1_000_000;

    /** Checks the ranges. */
    public CrossbarTiming {
        ConfigurationException.checkRange("timing.read_cycles", readCycles, 1, MOST_CYCLES);
        ConfigurationException.checkRange("timing.pulse_cycles", pulseCycles, 1, MOST_CYCLES);
        ConfigurationException.checkRange("timing.lines_per_sense", linesPerSense, 1, CrossbarSpec.MOST_LINES);
        ConfigurationException.checkRange("timing.sense_cycles", senseCycles, 0, MOST_CYCLES);
    }

    /**
     * The times of Gokmen and Vlasov 2016 at a clock of 1 GHz, with a comparator on every line.
     *
     * @return 80 ns integration, 1 ns pulses, one cycle to sense
     */
    public static CrossbarTiming defaults() {
        return new CrossbarTiming(80, 1, 1, 1);
    }

    /**
     * The same array read by converters, as sized in Haensch et al. 2019: 200 million samples a second, shared by 16 lines.
     *
     * @return 80 ns integration, 1 ns pulses, 16 conversions of 5 ns at 1 GHz
     */
    public static CrossbarTiming sharedConverters() {
        return new CrossbarTiming(80, 1, 16, 5);
    }

    /** The time of one attempt at a read. */
    int read(final int sensedLines, final ReadMode mode) {
        final int senses = Math.max(1, mode.conversions());
        return mode.integrations() * readCycles + senses * Math.min(sensedLines, linesPerSense) * senseCycles;
    }

    int pulse(final int slots) {
        return slots * pulseCycles;
    }
}
