package org.ranvier.rpu.parasitic;

/**
 * Voltage drops along parallel lines whose devices feed known currents into them: each line is a ladder of equal resistors with
 * its terminal at one end, so the drop at a crossing is the sum over the segments towards the terminal, and a segment carries the
 * currents of all devices beyond it.
 *
 * <p>All methods add to the drops. Sums along rows run one after the other and so take four rows at a time; sums along columns
 * take a whole row of columns at a time.
 */
final class LadderDrops {
    private static final int ROWS_PER_PASS = 4;

    private final int rows;
    private final int columns;
    private final double[][] segment;

    LadderDrops(final int rows, final int columns) {
        this.rows = rows;
        this.columns = columns;
        segment = new double[Math.max(rows, ROWS_PER_PASS)][columns];
    }

    /** Adds the drops along rows with their terminals before the first column. */
    void rowsFromFirst(final double[][] current, final double resistance, final double[][] drop) {
        rows(current, resistance, drop, 0, 1);
    }

    /** Adds the drops along rows with their terminals after the last column. */
    void rowsFromLast(final double[][] current, final double resistance, final double[][] drop) {
        rows(current, resistance, drop, columns - 1, -1);
    }

    private void rows(
            final double[][] current, final double resistance, final double[][] drop, final int near, final int step) {
        int i = 0;
        for (; i + ROWS_PER_PASS <= rows; i += ROWS_PER_PASS) {
            fourRows(current, resistance, drop, i, near, step);
        }
        for (; i < rows; i++) {
            row(current[i], resistance, drop[i], near, step);
        }
    }

    private void row(
            final double[] current, final double resistance, final double[] drop, final int near, final int step) {
        final double[] beyond = segment[0];
        double sum = 0;
        for (int k = 0, j = columns - 1 - near; k < columns; k++, j -= step) {
            sum += current[j];
            beyond[j] = sum;
        }
        double fallen = 0;
        for (int k = 0, j = near; k < columns; k++, j += step) {
            fallen += beyond[j];
            drop[j] += resistance * fallen;
        }
    }

    private void fourRows(
            final double[][] current,
            final double resistance,
            final double[][] drop,
            final int row,
            final int near,
            final int step) {
        final double[] a = segment[0];
        final double[] b = segment[1];
        final double[] c = segment[2];
        final double[] d = segment[3];
        gather(current, row, near, step, a, b, c, d);
        final double[] dropA = drop[row];
        final double[] dropB = drop[row + 1];
        final double[] dropC = drop[row + 2];
        final double[] dropD = drop[row + 3];
        double fallenA = 0;
        double fallenB = 0;
        double fallenC = 0;
        double fallenD = 0;
        for (int k = 0, j = near; k < columns; k++, j += step) {
            fallenA += a[j];
            fallenB += b[j];
            fallenC += c[j];
            fallenD += d[j];
            dropA[j] += resistance * fallenA;
            dropB[j] += resistance * fallenB;
            dropC[j] += resistance * fallenC;
            dropD[j] += resistance * fallenD;
        }
    }

    private void gather(
            final double[][] current,
            final int row,
            final int near,
            final int step,
            final double[] a,
            final double[] b,
            final double[] c,
            final double[] d) {
        final double[] currentA = current[row];
        final double[] currentB = current[row + 1];
        final double[] currentC = current[row + 2];
        final double[] currentD = current[row + 3];
        double sumA = 0;
        double sumB = 0;
        double sumC = 0;
        double sumD = 0;
        for (int k = 0, j = columns - 1 - near; k < columns; k++, j -= step) {
            sumA += currentA[j];
            sumB += currentB[j];
            sumC += currentC[j];
            sumD += currentD[j];
            a[j] = sumA;
            b[j] = sumB;
            c[j] = sumC;
            d[j] = sumD;
        }
    }

    /** Adds the drops along columns with their terminals before the first row. */
    void columnsFromFirst(final double[][] current, final double resistance, final double[][] drop) {
        columns(current, resistance, drop, 0, 1);
    }

    /** Adds the drops along columns with their terminals after the last row. */
    void columnsFromLast(final double[][] current, final double resistance, final double[][] drop) {
        columns(current, resistance, drop, rows - 1, -1);
    }

    private void columns(
            final double[][] current, final double resistance, final double[][] drop, final int near, final int step) {
        final int far = rows - 1 - near;
        copy(current[far], segment[far]);
        for (int k = 1, i = far - step; k < rows; k++, i -= step) {
            add(segment[i + step], current[i], segment[i]);
        }
        addScaled(segment[near], resistance, drop[near]);
        for (int k = 1, i = near + step; k < rows; k++, i += step) {
            add(segment[i - step], segment[i], segment[i]);
            addScaled(segment[i], resistance, drop[i]);
        }
    }

    private void copy(final double[] from, final double[] to) {
        System.arraycopy(from, 0, to, 0, columns);
    }

    private void add(final double[] a, final double[] b, final double[] sum) {
        for (int j = 0; j < columns; j++) {
            sum[j] = a[j] + b[j];
        }
    }

    private void addScaled(final double[] from, final double factor, final double[] to) {
        for (int j = 0; j < columns; j++) {
            to[j] += factor * from[j];
        }
    }
}
