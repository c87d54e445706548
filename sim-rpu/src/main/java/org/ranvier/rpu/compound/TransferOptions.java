package org.ranvier.rpu.compound;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.rpu.device.Parameter;

/** The options of transfer compounds: names, usual values and meanings are those of IBM aihwkit. */
final class TransferOptions {
    static final Parameter GAMMA = Parameter.number(
            "gamma",
            "relative",
            -1,
            1,
            0,
            "what a device counts in the weight relative to the next; the last counts 1");
    static final Parameter EVERY = Parameter.number(
            "transfer_every",
            "updates",
            0,
            1e9,
            1,
            "updates between transfers of the first device, rounded up; of each next device rows / reads times as many");
    static final Parameter READS =
            Parameter.whole("n_reads_per_transfer", "rows", 1, 65_536, 1, "rows of one transfer, at most all");
    static final Parameter RANDOM = Parameter.onOff(
            "random_selection", false, "the first row of a transfer is drawn instead of the next in turn");
    static final Parameter RESET =
            Parameter.number("with_reset_prob", "", 0, 1, 0, "chance that a row is reset after it was read");
    static final Parameter RATE = Parameter.number("transfer_lr", "", 0, 1e6, 1, "learning rate of transfers");
    static final Parameter SCALE_RATE = Parameter.onOff(
            "scale_transfer_lr",
            true,
            "transfer_lr is relative to the learning rate; that of pulses without values is 1");
    static final Parameter FAST =
            Parameter.number("fast_lr", "", 0, 1e6, 1, "learning rate of the first device; 0 for the learning rate");

    static final Parameter STEP = Parameter.number(
            "step", "", 1e-6, 1e6, 1, "value written for every step, in granularities of the next device");
    static final Parameter FORGET = Parameter.onOff(
            "forget_buffer", true, "a buffer keeps momentum of its value, otherwise all but what it releases");
    static final Parameter THRESHOLD = Parameter.number(
            "thres_scale", "", 1e-6, 1e6, 1, "threshold of the buffer in granularities of the next device");
    static final Parameter BUFFER_GRANULARITY = Parameter.number(
            "buffer_granularity", "", 1e-6, 1e6, 1, "threshold of the buffer in granularities of the first device");
    static final Parameter AUTO_GRANULARITY = Parameter.number(
            "auto_granularity",
            "updates",
            0,
            1e9,
            0,
            "times threshold / (rows * transfer_every), 0 for the threshold as is");
    static final Parameter AUTO_SCALE = Parameter.onOff(
            "auto_scale",
            false,
            "fast_lr is times BL * granularity / (mean max|x| * mean max|d|): a share of the train");
    static final Parameter AUTO_MOMENTUM =
            Parameter.number("auto_momentum", "", 0, 1, 0.99, "share of the past in the means of auto_scale");
    static final Parameter OUT_CHOP = Parameter.number(
            "out_chop_prob", "", 0, 1, 0, "chance that a column's sign changes after all rows were read");
    static final Parameter TAIL = Parameter.number(
            "tail_weightening", "", 1e-6, 1e6, 5, "how much the end of a period counts more than its beginning");
    static final Parameter CAP = Parameter.number(
            "buffer_cap", "releases", 0, 1e6, 0, "most that stays in a buffer that does not forget, 0 for any");

    private TransferOptions() {}

    static Parameter scaleFast(final TransferKind kind) {
        return Parameter.onOff("scale_fast_lr", !kind.chops(), "fast_lr is relative to the learning rate");
    }

    static Parameter momentum(final TransferKind kind) {
        return Parameter.number(
                "momentum", "", 0, 1, kind.chops() ? 0 : 0.1, "share of a buffer that stays after a release");
    }

    static Parameter inChop(final TransferKind kind) {
        final double low = kind == TransferKind.DYNAMIC ? 1e-9 : 0;
        return Parameter.number(
                "in_chop_prob", "", low, 1, 0.1, "chance, or frequency, of a row's sign changing after a read");
    }

    static Parameter inChopRandom(final TransferKind kind) {
        return Parameter.onOff(
                "in_chop_random", kind == TransferKind.CHOPPED, "rows' signs change by chance, not regularly");
    }

    static Periphery periphery(final TransferKind kind) {
        final boolean direct = kind == TransferKind.DIRECT;
        return new Periphery("transfer", direct ? 31 : 1, direct);
    }

    /** @return all options of a kind, in the order in which they are printed */
    static List<Parameter> of(final TransferKind kind) {
        final List<Parameter> all =
                new ArrayList<>(List.of(GAMMA, EVERY, READS, RANDOM, RESET, RATE, SCALE_RATE, FAST, scaleFast(kind)));
        if (kind == TransferKind.BUFFERED) {
            all.add(THRESHOLD);
        }
        if (kind != TransferKind.DIRECT) {
            all.addAll(List.of(STEP, momentum(kind), FORGET));
        }
        if (kind.chops()) {
            all.removeAll(List.of(GAMMA, READS, RANDOM, RESET));
            all.addAll(List.of(BUFFER_GRANULARITY, AUTO_GRANULARITY, AUTO_SCALE, AUTO_MOMENTUM));
            all.addAll(List.of(inChop(kind), inChopRandom(kind)));
            all.addAll(kind == TransferKind.CHOPPED ? List.of(OUT_CHOP) : List.of(TAIL, CAP));
        }
        all.addAll(periphery(kind).reads());
        all.addAll(periphery(kind).writes());
        return all;
    }
}
