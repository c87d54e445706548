package org.ranvier.rpu.update;

import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Lines;

/** Coincidences of random trains: both lines pulse in the same slot; the signs of the lines give the direction. */
final class TrainCoincidences implements Coincidences {
    private final LineTrains rowTrains;
    private final LineTrains columnTrains;
    private final int[] rowNegative;
    private final int[] columnNegative;
    private final Lines rows;

    TrainCoincidences(
            final LineProbabilities rowLines,
            final LineProbabilities columnLines,
            final LineTrains rowTrains,
            final LineTrains columnTrains) {
        this.rowTrains = rowTrains;
        this.columnTrains = columnTrains;
        rowNegative = rowLines.negative();
        columnNegative = columnLines.negative();
        rows = new Lines(rowNegative.length);
    }

    /** Finds the rows that pulse at all; to be called when the trains are drawn. */
    void gather() {
        rows.clear();
        final int[] trains = rowTrains.trains();
        for (int row = 0; row < trains.length; row++) {
            if (trains[row] != 0) {
                rows.add(row);
            }
        }
    }

    /** @return devices pulsed, summed over the first slots of the block */
    long total(final int slots) {
        long sum = 0;
        for (int k = 0; k < slots; k++) {
            sum += (long) rowTrains.pulses()[k] * columnTrains.pulses()[k];
        }
        return sum;
    }

    @Override
    public Lines rows() {
        return rows;
    }

    @Override
    public int count(final int row, final int[] pulses) {
        return count(rowTrains.trains()[row], rowNegative[row], columnTrains.trains(), columnNegative, pulses);
    }

    private static int count(
            final int train, final int negative, final int[] trains, final int[] negatives, final int[] pulses) {
        int most = 0;
        for (int column = 0; column < trains.length; column++) {
            final int together = Integer.bitCount(train & trains[column]);
            final int sign = negative ^ negatives[column];
            pulses[column] = (together ^ sign) - sign;
            most = Math.max(most, together);
        }
        return most;
    }
}
