package org.ranvier.rpu.compound;

import java.util.Arrays;
import java.util.List;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.Settings;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.UpdateSpec;

/** Puts the cells of a transfer compound together. */
final class TransferBuilder {
    /** Numbers of the sites of stages, beyond those of devices. */
    private static final int STAGE_SITES = Compound.MOST_DEVICES;

    private final TransferKind kind;
    private final Settings settings;
    private final List<DeviceSpec> devices;
    private final ArraySite site;
    private final ReadSpec read;
    private final UpdateSpec write;
    private final Choppers choppers;

    TransferBuilder(
            final TransferKind kind, final Settings settings, final List<DeviceSpec> devices, final ArraySite site) {
        this.kind = kind;
        this.settings = settings;
        this.devices = devices;
        this.site = site;
        read = TransferOptions.periphery(kind).read(settings);
        write = TransferOptions.periphery(kind).write(settings);
        choppers = kind.chops() ? new Choppers(site.rows(), site.columns()) : null;
    }

    Cells build() {
        final Cells[] parts = Compound.build(devices, site);
        final TransferStage[] stages = new TransferStage[parts.length - 1];
        for (int k = 0; k < stages.length; k++) {
            stages[k] = stage(parts, k);
        }
        final double[] rates = new double[stages.length];
        Arrays.fill(rates, settings.get(TransferOptions.RATE));
        return new TransferCells(
                parts,
                gamma(parts.length),
                granularity(0),
                fastRate(),
                choppers,
                stages,
                new TransferRates(rates, settings.on(TransferOptions.SCALE_RATE)),
                site);
    }

    private double granularity(final int device) {
        return devices.get(device).granularity();
    }

    private double[] gamma(final int count) {
        final double gamma = kind.chops() ? 0 : settings.get(TransferOptions.GAMMA);
        final double[] shares = new double[count];
        shares[count - 1] = 1;
        for (int k = count - 2; k >= 0; k--) {
            shares[k] = shares[k + 1] * gamma;
        }
        return shares;
    }

    private FastRate fastRate() {
        return new FastRate(
                settings.get(TransferOptions.FAST),
                settings.on(TransferOptions.scaleFast(kind)),
                kind.chops() && settings.on(TransferOptions.AUTO_SCALE),
                kind.chops() ? settings.get(TransferOptions.AUTO_MOMENTUM) : 0,
                granularity(0));
    }

    private TransferStage stage(final Cells[] parts, final int k) {
        final TransferPlan plan = plan();
        final double every =
                settings.get(TransferOptions.EVERY) * StrictMath.pow((double) site.rows() / plan.rows(), k);
        final ArraySite stageSite = site.part(STAGE_SITES + k);
        return new TransferStage(
                stageSite,
                new PartReader(parts[k], read, site.part(k)),
                new PartWriter(parts[k + 1], granularity(k + 1), write, site.part(k + 1)),
                rule(stageSite, granularity(k + 1)),
                plan,
                new RowReset(parts[k], site),
                (long) Math.ceil(every));
    }

    private TransferPlan plan() {
        if (kind.chops()) {
            return new TransferPlan(1, false, 0);
        }
        return new TransferPlan(
                Math.min((int) settings.get(TransferOptions.READS), site.rows()),
                settings.on(TransferOptions.RANDOM),
                settings.get(TransferOptions.RESET));
    }

    private TransferRule rule(final ArraySite stageSite, final double target) {
        if (kind == TransferKind.DIRECT) {
            return new DirectTransfer();
        }
        final double step = settings.get(TransferOptions.STEP) * target;
        if (kind == TransferKind.BUFFERED) {
            return new BufferedTransfer(buffer(0), settings.get(TransferOptions.THRESHOLD) * target, step);
        }
        final ChopSchedule schedule = schedule(stageSite);
        if (kind == TransferKind.CHOPPED) {
            return new ChoppedTransfer(choppers, schedule, buffer(0), threshold(), step);
        }
        return new DynamicTransfer(
                choppers,
                schedule,
                buffer(settings.get(TransferOptions.CAP) * write.desiredBl()),
                threshold(),
                step,
                settings.get(TransferOptions.TAIL),
                site.rows(),
                site.columns());
    }

    private TransferBuffer buffer(final double cap) {
        return new TransferBuffer(
                site.rows(),
                site.columns(),
                settings.get(TransferOptions.momentum(kind)),
                settings.on(TransferOptions.FORGET),
                write.desiredBl(),
                cap);
    }

    private ChopSchedule schedule(final ArraySite stageSite) {
        return new ChopSchedule(
                stageSite,
                settings.get(TransferOptions.inChop(kind)),
                settings.on(TransferOptions.inChopRandom(kind)),
                kind == TransferKind.CHOPPED ? settings.get(TransferOptions.OUT_CHOP) : 0);
    }

    private double threshold() {
        final double automatic = settings.get(TransferOptions.AUTO_GRANULARITY);
        final double period = site.rows() * settings.get(TransferOptions.EVERY);
        final double scale = automatic > 0 && period > 0 ? automatic / period : 1;
        return settings.get(TransferOptions.BUFFER_GRANULARITY) * granularity(0) * scale;
    }
}
