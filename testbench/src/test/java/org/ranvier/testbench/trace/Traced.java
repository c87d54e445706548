package org.ranvier.testbench.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.parallel.RoundRunner;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.router.MeshSpec;
import org.ranvier.testbench.parallel.TalkingChip;

/** Chips on which cores talk at random, and their traces. */
final class Traced {
    private static final int NEVER = 1_000_000;

    private Traced() {}

    static ChipSpec spec(final String mesh, final FabricKind fabric, final int threads) {
        final ChipSpec usual = ChipSpec.DEFAULT;
        return new ChipSpec(
                        MeshSpec.parse(mesh),
                        usual.router(),
                        fabric,
                        usual.core(),
                        usual.tile(),
                        usual.barrierHopCycles(),
                        usual.clockHz())
                .withThreads(threads);
    }

    static Chip talking(final ChipSpec spec) {
        return new TalkingChip(spec, TalkingChip.TALK, NEVER, 6, 11, RoundRunner.IN_TURN).chip;
    }

    /** Traces samples of a chip and gives the file's bytes. */
    static byte[] bytes(
            final Chip chip, final ChipSpec spec, final TraceWindow window, final Path file, final Consumer<Chip> run) {
        try (ChipTrace trace = new ChipTrace(chip, spec, window, List.of(file))) {
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
