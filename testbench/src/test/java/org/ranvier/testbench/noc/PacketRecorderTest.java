package org.ranvier.testbench.noc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.TileSpec;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.router.MeshSpec;
import org.ranvier.rpu.CrossbarTiming;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

/** The fabric in the chip is the fabric that was validated: recorded packets arrive in the same cycles when replayed. */
class PacketRecorderTest {
    private static final ImageSet IMAGES = DataSets.load("mnist", null).train();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} on {1} with tiles of {2} columns")
    @CsvSource({"784-100-10, 4x4, 256", "784-40-20-10, 4x4, 256", "784-60-10, cmesh2x2, 256", "784-60-10, 3x5, 16"})
    void shouldArriveInTheSameCyclesWhenReplayed(final String sizes, final String mesh, final int columns)
            throws Exception {
        final Path file = folder.resolve("packets.csv");
        final ChipSpec spec = chip(mesh, columns);
        record(spec, sizes, file);
        final ReplayResult result = TraceReplay.run(spec.mesh(), spec.router(), PacketTrace.read(file), 1);
        final List<String> recorded = Files.readAllLines(file);
        assertThat(recorded).hasSizeGreaterThan(20 * 1000);
        assertThat(result.deliveries().stream()
                        .sorted(Comparator.comparingLong(ReplayResult.Delivery::id)
                                .thenComparingLong(ReplayResult.Delivery::destination))
                        .map(d -> d.id() + " " + d.destination() + " " + d.injected() + " " + d.tailArrived() + " "
                                + d.hops()))
                .containsExactlyElementsOf(copies(recorded));
    }

    @Test
    void shouldRefuseAFileThatCannotBeWritten() {
        final Path file = folder.resolve("no").resolve("such").resolve("folder.csv");
        assertThatThrownBy(() -> record(chip("4x4", 256), "784-10-10", file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("folder.csv: cannot be written");
    }

    private static void record(final ChipSpec spec, final String sizes, final Path file) {
        final int[] layers =
                Arrays.stream(sizes.split("-")).mapToInt(Integer::parseInt).toArray();
        final SsnnBpNetwork network = SsnnBpNetwork.of(layers, 8, 5, new IdealDevice(1.0 / 256, 0, 1));
        final SsnnBpChip chip = new SsnnBpChip(new SsnnBpMapping(network, spec));
        final PacketRecorder recorder = new PacketRecorder(file, chip.chip().fabric());
        for (int i = 0; i < 20; i++) {
            chip.learn(IMAGES.pixels(), IMAGES.offset(i), IMAGES.label(i), 1 << 20);
        }
        recorder.complete();
        recorder.close();
    }

    @Test
    void shouldLeaveNothingWhenTheRunFails() throws Exception {
        final SsnnBpNetwork network = SsnnBpNetwork.of(new int[] {784, 10, 10}, 4, 5, new IdealDevice(1.0 / 256, 0, 1));
        final SsnnBpChip chip = new SsnnBpChip(new SsnnBpMapping(network, ChipSpec.DEFAULT));
        final PacketRecorder recorder =
                new PacketRecorder(folder.resolve("packets.csv"), chip.chip().fabric());
        chip.learn(IMAGES.pixels(), IMAGES.offset(0), IMAGES.label(0), 1 << 20);
        recorder.close();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static ChipSpec chip(final String mesh, final int columns) {
        final ChipSpec base = ChipSpec.DEFAULT;
        return new ChipSpec(
                MeshSpec.parse(mesh),
                base.router(),
                base.fabric(),
                base.core(),
                new TileSpec(1024, columns, CrossbarTiming.defaults()),
                base.barrierHopCycles(),
                base.clockHz());
    }

    /** One line per copy: id, destination, injection, arrival, hops. */
    private static List<String> copies(final List<String> rows) {
        final List<String> copies = new ArrayList<>();
        for (int id = 0; id + 1 < rows.size(); id++) {
            final String[] fields = rows.get(id + 1).split(",");
            final String[] destinations = fields[2].split("\\+");
            final Integer[] order = new Integer[destinations.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingInt(i -> Integer.parseInt(destinations[i])));
            for (final int leaf : order) {
                copies.add(id + " " + destinations[leaf] + " " + fields[4] + " "
                        + fields[6].split("\\+")[leaf] + " " + fields[7].split("\\+")[leaf]);
            }
        }
        return copies;
    }
}
