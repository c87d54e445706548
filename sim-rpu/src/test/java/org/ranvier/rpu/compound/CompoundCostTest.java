package org.ranvier.rpu.compound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.update.UpdateEngine;
import org.ranvier.rpu.update.UpdateSpec;

/** What compounds do by themselves is reported like anybody's reads and pulses, exactly. */
final class CompoundCostTest {
    private static final ArraySite SITE = new ArraySite(4, 3, 1, 1);
    private static final double STEP = 0x1p-10;

    private final Recorder recorder = new Recorder();

    private Cells build(final Compound compound) {
        final Cells cells = compound.build(SITE);
        cells.attach(recorder);
        return cells;
    }

    private void update(final Cells cells, final double rate) {
        new UpdateEngine(UpdateSpec.defaults(), SITE)
                .update(cells, STEP, Tiles.values(4, 1), Tiles.values(3, 1), rate, 0, recorder);
    }

    /** The update: 2 slots on all lines. The transfer: a read of one row, and a slot on it and all columns. */
    @Test
    void shouldReportReadAndPulsesWhenARowIsTransferred() {
        final Cells cells = build(TransferCompound.defaults(TransferKind.BUFFERED)
                .withDevices(List.of(Tiles.ideal(), Tiles.ideal()))
                .with("fast_lr", 0)
                .with("scale_transfer_lr", 0)
                .with("transfer_forward_is_perfect", 1));
        update(cells, 2 * STEP);
        assertThat(recorder.reads).isEqualTo(1);
        assertThat(recorder.drivenRows).isEqualTo(1);
        assertThat(recorder.conversions).isEqualTo(3);
        assertThat(recorder.transfers).isEqualTo(1);
        assertThat(recorder.slots).isEqualTo(2 + 1);
        assertThat(recorder.rowPulses).isEqualTo(2 * 4 + 1);
        assertThat(recorder.columnPulses).isEqualTo(2 * 3 + 3);
        assertThat(recorder.coincidences).isEqualTo(2 * 12 + 3);
    }

    @Test
    void shouldReportReadsOnlyWhenNothingIsWorn() {
        final Cells cells = build(OneSidedPair.of(Tiles.ideal()).with("refresh_every", 2));
        for (int slot = 0; slot < 5; slot++) {
            cells.pulse(Tiles.all(4), Tiles.all(3), true, slot);
        }
        assertThat(recorder.reads).as("two refreshes of 4 rows, both devices").isEqualTo(2 * 4 * 2);
        assertThat(recorder.conversions).isEqualTo(2 * 4 * 2 * 3);
        assertThat(recorder.slots).isZero();
        assertThat(recorder.refreshed).isZero();
    }

    /** g+ .9 and g- .4 of 1 everywhere: all 12 pairs are reset, and 8 slots write .5 back, a row at a time. */
    @Test
    void shouldReportResetAndRewritingWhenPairsAreWorn() {
        final DeviceSpec single =
                Tiles.noisy().with("dw_min", 0x1p-4).with("w_max", 1).with("reset_std", 0);
        final Cells cells =
                build(OneSidedPair.of(single).with("refresh_every", 1).with("refresh_forward_is_perfect", 1));
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 3; column++) {
                Tiles.part(cells, 0).weight(row, column, (14 << 16));
                Tiles.part(cells, 1).weight(row, column, (6 << 16));
            }
        }
        update(cells, 0);
        assertThat(recorder.reads).isEqualTo(8);
        assertThat(recorder.refreshed).isEqualTo(24);
        assertThat(recorder.slots).isEqualTo(4 * 8);
        assertThat(recorder.rowPulses).isEqualTo(4 * 8);
        assertThat(recorder.coincidences).isEqualTo(4 * 8 * 3);
    }

    @Test
    void shouldReportColumnWritesWhenPrecisionIsMixed() {
        final Cells cells = build(MixedPrecision.defaults().withDevices(List.of(Tiles.ideal())));
        update(cells, 2 * STEP);
        assertThat(recorder.slots).isZero();
        update(cells, 2 * STEP);
        assertThat(recorder.transfers).isEqualTo(3);
        assertThat(recorder.slots).isEqualTo(3 * 4);
        assertThat(recorder.columnPulses).isEqualTo(3 * 4);
        assertThat(recorder.coincidences).isEqualTo(3 * 4 * 4);
        assertThat(recorder.reads).isZero();
    }
}
