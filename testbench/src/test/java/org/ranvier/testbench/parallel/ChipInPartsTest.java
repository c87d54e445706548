package org.ranvier.testbench.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.parallel.RoundRunner;
import org.ranvier.core.parallel.Threads;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;

/** A chip in parts is the chip in one: cycles, packets, registers, memory, energy events and messages. */
class ChipInPartsTest {
    private static final int NEVER_BAD = 1_000_000;

    @ParameterizedTest(
            name = "{0}, {1} fabric, {2} channels of {3} flits, routing delay {4}, credit delay {5}, hop {6}")
    @CsvSource({
        "cmesh2x4, CYCLE, 4, 8, 0, 0, 1",
        "4x5,      CYCLE, 1, 2, 1, 0, 2",
        "3x4,      CYCLE, 2, 4, 1, 3, 1",
        "1x4,      CYCLE, 1, 8, 0, 1, 1",
        "cmesh1x7, CYCLE, 4, 8, 1, 0, 3",
        "cmesh2x4, IDEAL, 4, 8, 0, 0, 1",
        "4x5,      IDEAL, 1, 2, 1, 0, 5",
    })
    void shouldEqualTheWholeWhateverThePartsAndThreads(
            final String mesh,
            final FabricKind fabric,
            final int channels,
            final int flits,
            final int routingDelay,
            final int creditDelay,
            final int hop) {
        for (int seed = 0; seed < 4; seed++) {
            final RouterSpec plain = RouterSpec.islip(channels, flits, routingDelay, seed == 3 && routingDelay == 0);
            final RouterSpec router = new RouterSpec(
                    channels,
                    flits,
                    routingDelay,
                    creditDelay,
                    plain.speculative(),
                    plain.vcAllocator(),
                    plain.switchAllocator());
            final ChipSpec spec = chip(mesh, router, fabric, hop);
            final boolean recording = seed % 2 == 0;
            final String[] whole = talking(spec, seed, RoundRunner.IN_TURN).run(3, recording);
            for (int parts = 2; parts <= 4; parts++) {
                final RoundRunner runner = seed == 1 ? new Threads() : RoundRunner.IN_TURN;
                final String[] inParts =
                        talking(spec.withThreads(parts), seed, runner).run(3, recording);
                final int difference = Arrays.mismatch(inParts, whole);
                assertThat(difference < 0 ? "" : inParts[difference])
                        .as("seed %d in %d parts, line %d", seed, parts, difference)
                        .isEqualTo(difference < 0 ? "" : whole[difference]);
            }
        }
    }

    @Test
    void shouldNameTheSameDefectWhicheverPartMeetsItFirst() {
        for (int seed = 0; seed < 10; seed++) {
            final ChipSpec spec = chip("3x4", RouterSpec.islip(4, 8, 0, false), FabricKind.CYCLE, 1);
            final String whole = failing(spec, TalkingChip.TALK, 2, seed);
            assertThat(whole).startsWith("ModelViolationException").contains("core[");
            for (int parts = 2; parts <= 4; parts++) {
                assertThat(failing(spec.withThreads(parts), TalkingChip.TALK, 2, seed))
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void shouldNameTheSameThingsWhenTheChipIsStuckOrTakesTooLong() {
        final String deaf =
                TalkingChip.TALK.replace("tock: p.each ODD, s\n      bar", "tock: p.each ODD, s\n      end");
        final String endless = TalkingChip.TALK.replace("drain: ", "drain: s.mov r1, #0\nagain: jmp again\n");
        for (final String source : new String[] {deaf, endless}) {
            assertThat(source).isNotEqualTo(TalkingChip.TALK);
            final ChipSpec spec = chip("4x4", RouterSpec.islip(2, 8, 1, false), FabricKind.CYCLE, 1);
            final String whole = failing(spec, source, NEVER_BAD, 1);
            assertThat(whole).contains(source.equals(deaf) ? "no progress" : "takes more than 20000 cycles");
            for (int parts = 2; parts <= 4; parts++) {
                assertThat(failing(spec.withThreads(parts), source, NEVER_BAD, 1))
                        .isEqualTo(whole);
            }
        }
    }

    private static String failing(final ChipSpec spec, final String source, final int bad, final int seed) {
        return new TalkingChip(spec, source, bad, spec.mesh().localNodes(), seed, new Threads()).failure();
    }

    private static TalkingChip talking(final ChipSpec spec, final int seed, final RoundRunner runner) {
        final int cores = spec.mesh().localNodes() - seed % 3;
        return new TalkingChip(spec, TalkingChip.TALK, NEVER_BAD, cores, seed, runner);
    }

    private static ChipSpec chip(
            final String mesh, final RouterSpec router, final FabricKind fabric, final int barrierHop) {
        final ChipSpec plain = ChipSpec.DEFAULT;
        return new ChipSpec(
                MeshSpec.parse(mesh), router, fabric, plain.core(), plain.tile(), barrierHop, plain.clockHz());
    }
}
