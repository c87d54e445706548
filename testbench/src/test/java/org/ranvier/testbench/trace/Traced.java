package org.ranvier.testbench.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.parallel.RoundRunner;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.EnergyProfiles;
import org.ranvier.testbench.parallel.TalkingChip;

/** Chips on which cores talk at random, and their traces. */
final class Traced {
    static final EnergyProfile PROFILE = EnergyProfiles.load(EnergyProfiles.DEFAULT);

    private static final int INPUTS = 60;

    /** Queues so short that senders are blocked and packets wait. */
    private static final CoreSpec NARROW = new CoreSpec(131_072, 16, 256, 3, 2, 64, 4, 2, 1, 16, 4, 4, 1);

    /** Packets take the receive unit several cycles, so they wait for it. */
    private static final String SLOW = TalkingChip.TALK.replace("s.inc acc, key, pay", "v.add acc, acc, #1");

    private static final int NEVER = 1_000_000;

    private Traced() {}

    static ChipSpec spec(final String mesh, final FabricKind fabric, final int threads) {
        final ChipSpec usual = ChipSpec.DEFAULT;
        return new ChipSpec(
                        MeshSpec.parse(mesh),
                        RouterSpec.islip(1, 2, 1, false),
                        fabric,
                        NARROW,
                        usual.tile(),
                        usual.barrierHopCycles(),
                        usual.clockHz())
                .withThreads(threads);
    }

    static Chip talking(final ChipSpec spec) {
        return new TalkingChip(spec, SLOW, NEVER, 6, 11, RoundRunner.IN_TURN).chip;
    }

    /** A chip with crossbars. */
    static SsnnBpChip learning(final int threads) {
        final SsnnBpNetwork network = SsnnBpNetwork.of(new int[] {INPUTS, 24, 4}, 6, 1, new IdealDevice(0.01, 0, 1));
        return new SsnnBpChip(new SsnnBpMapping(network, ChipSpec.DEFAULT.withThreads(threads)));
    }

    /** Learns from three images. */
    static void learn(final SsnnBpChip chip) {
        final byte[] pixels = new byte[3 * INPUTS];
        new SplittableRandom(5).nextBytes(pixels);
        for (int image = 0; image < 3; image++) {
            chip.learn(pixels, image * INPUTS, image, 1 << 20);
        }
    }

    /** Traces samples of a chip and gives the file's bytes. */
    static byte[] bytes(
            final Chip chip, final ChipSpec spec, final TraceWindow window, final Path file, final Consumer<Chip> run) {
        try (ChipTrace trace = new ChipTrace(chip, spec, window, PROFILE, List.of(file))) {
            run.accept(chip);
            trace.stop();
            trace.complete();
            return Files.readAllBytes(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(final ChipSpec spec, final TraceWindow window, final Path file) {
        return bytes(talking(spec), spec, window, file, chip -> {
            chip.runSample(4);
            chip.runSample(3);
        });
    }
}
