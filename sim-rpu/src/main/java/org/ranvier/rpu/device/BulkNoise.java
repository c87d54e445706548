package org.ranvier.rpu.device;

import org.ranvier.core.random.RandomRows;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;
import org.ranvier.rpu.cell.Lines;

/**
 * The noise of bulk updates: one standard normal number a device and update, drawn for several rows at a time.
 *
 * <p>Addressed by (array, slot, row, column), so it depends neither on which rows are updated nor on their order.
 */
final class BulkNoise {
    private final ArraySite site;
    private final RandomRows random;
    private final float[] normals;
    private long key;
    private int drawn;

    BulkNoise(final ArraySite site) {
        this.site = site;
        random = new RandomRows(site.columns());
        normals = new float[site.columns()];
    }

    /**
     * Begins an update, whose rows are asked for in their order.
     *
     * @param slot the array's pulse slot
     */
    void begin(final long slot) {
        key = site.rowKey(Purpose.BULK, 0, slot);
        drawn = 0;
    }

    /**
     * Gives a row's numbers.
     *
     * @param rows the rows of the update
     * @param r the row's place among them: 0 first, then the one after that of the last call
     * @return a number per column; live
     */
    float[] row(final Lines rows, final int r) {
        final int place = r % random.most();
        if (place == 0 || r >= drawn) {
            final int first = r - place;
            drawn = Math.min(rows.count(), first + random.most());
            random.draw(key, 0, rows.index(), first, drawn - first);
        }
        random.copy(place, normals);
        return normals;
    }
}
