package org.ranvier.rpu.compound;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Parameter;
import org.ranvier.rpu.device.Settings;

/**
 * The mixed-precision compound: outer products gather in a digital matrix chi; now and then whole steps n = trunc(chi / g) of
 * the device's granularity g are pulsed into the devices, a column at a time, and taken from chi.
 *
 * <p>A transfer follows the values of update number m, counted from 0, when m is a multiple of {@code transfer_every} but not
 * 0. The digital product costs O(rows columns) operations, which are not reported. Source: Nandakumar et al. 2020; rules and
 * names of IBM aihwkit, whose rows are columns here.
 */
public record MixedPrecision() implements CompoundModel {
    /** The name in chip files. */
    public static final String TYPE = "mixed-precision";

    private static final Parameter EVERY = Parameter.whole(
            "transfer_every", "updates", 0, Integer.MAX_VALUE, 1, "updates between transfers, 0 for never");
    private static final Parameter COLUMNS = Parameter.whole(
            "n_rows_per_transfer", "columns", -1, 65_536, -1, "columns of one transfer (rows in aihwkit), -1 for all");
    private static final Parameter RANDOM =
            Parameter.onOff("random_row", false, "the first column of a transfer is drawn instead of the next in turn");
    private static final Parameter GRANULARITY =
            Parameter.number("granularity", "weight", 0, 1024, 0, "size of a step, 0 for the device's granularity");
    private static final Parameter RATE = Parameter.number("transfer_lr", "", 1e-6, 1e6, 1, "scale of what is written");
    private static final Parameter X_BINS =
            Parameter.whole("n_x_bins", "levels", 0, 65_536, 0, "levels of row values before the product, 0 for exact");
    private static final Parameter D_BINS = Parameter.whole(
            "n_d_bins", "levels", 0, 65_536, 0, "levels of column values before the product, 0 for exact");
    private static final Parameter X_RANDOM = Parameter.onOff("stoc_round_x", true, "row values are rounded at random");
    private static final Parameter D_RANDOM =
            Parameter.onOff("stoc_round_d", true, "column values are rounded at random");
    private static final Periphery PERIPHERY = new Periphery("transfer", 31, true);

    /** @return over constant-step devices, exact product, everything transferred at every update */
    public static Compound defaults() {
        return Compound.of(new MixedPrecision());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        final List<Parameter> all =
                new ArrayList<>(List.of(EVERY, COLUMNS, RANDOM, GRANULARITY, RATE, X_BINS, D_BINS, X_RANDOM, D_RANDOM));
        all.addAll(PERIPHERY.writes());
        return all;
    }

    @Override
    public List<DeviceSpec> usualDevices() {
        return List.of(ConstantStep.defaults());
    }

    @Override
    public List<String> names() {
        return List.of("device");
    }

    @Override
    public Cells build(final Settings settings, final List<DeviceSpec> devices, final ArraySite site) {
        final Cells device = Compound.build(devices, site)[0];
        final double set = settings.get(GRANULARITY);
        final double granularity = devices.get(0).granularity();
        final PartWriter writer = new PartWriter(device, granularity, PERIPHERY.write(settings), site.part(0));
        return new MixedPrecisionCells(device, writer, plan(settings, set > 0 ? set : granularity), site);
    }

    private static MixedPlan plan(final Settings settings, final double granularity) {
        return new MixedPlan(
                (int) settings.get(EVERY),
                (int) settings.get(COLUMNS),
                settings.on(RANDOM),
                granularity,
                settings.get(RATE),
                (int) settings.get(X_BINS),
                (int) settings.get(D_BINS),
                settings.on(X_RANDOM),
                settings.on(D_RANDOM));
    }
}
