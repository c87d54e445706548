package org.ranvier.testbench.nir.run;

import java.nio.file.Path;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.CsvNumbers;

/** A CSV file: a row a step, a column for each element of the Inputs, no header. */
public final class CsvFrames implements Frames {
    private final List<double[]> rows;

    /**
     * Reads a file.
     *
     * @param file the file
     * @param columns values that enter the network in a step
     * @throws ConfigurationException naming file and row when it cannot be read, or a row has more or fewer columns
     */
    public CsvFrames(final Path file, final int columns) {
        rows = CsvNumbers.read(file);
        if (rows.isEmpty()) {
            throw new ConfigurationException(file + ": holds no rows");
        }
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).length != columns) {
                throw new ConfigurationException(file + ": row " + (row + 1) + " has " + rows.get(row).length
                        + " columns, the network takes " + columns);
            }
        }
    }

    @Override
    public int steps() {
        return rows.size();
    }

    @Override
    public void frame(final int step, final double[] values) {
        System.arraycopy(rows.get(step), 0, values, 0, values.length);
    }
}
