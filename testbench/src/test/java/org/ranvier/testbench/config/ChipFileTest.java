package org.ranvier.testbench.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.router.AllocatorKind;
import org.ranvier.router.MeshSpec;
import org.ranvier.rpu.Periphery;
import org.ranvier.rpu.parasitic.ArrayWires;
import org.ranvier.rpu.parasitic.ConductancePair;
import org.ranvier.rpu.parasitic.ParasiticSpec;
import org.ranvier.rpu.parasitic.Topology;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.PulseType;
import org.ranvier.rpu.update.UpdateSpec;
import org.ranvier.testbench.noc.RouterConfig;

final class ChipFileTest {
    @TempDir
    private Path directory;

    @Test
    void shouldEqualTheDefaultWhenTheShippedFileIsRead() {
        assertThat(ChipFile.load(Path.of("..", "chips", "default.yaml"))).isEqualTo(ChipSpec.DEFAULT);
    }

    @Test
    void shouldEqualTheDefaultWhenTheFileIsEmpty() throws IOException {
        assertThat(load("")).isEqualTo(ChipSpec.DEFAULT);
        assertThat(load("# nothing yet\n")).isEqualTo(ChipSpec.DEFAULT);
        assertThat(load("{}\n")).isEqualTo(ChipSpec.DEFAULT);
    }

    @Test
    void shouldChangeOnlyWhatIsGiven() throws IOException {
        final ChipSpec chip = load("""
                mesh: cmesh2x3
                fabric: ideal
                clock_hz: 2.5e+8
                barrier_hop_cycles: 2
                router: {virtual_channels: 2, vc_allocator: separable_input_first}
                core: {lanes: 8}
                tile: {columns: 64, timing: {sense_cycles: 5}}
                """);
        assertThat(chip.mesh()).isEqualTo(new MeshSpec(2, 3, 4));
        assertThat(chip.fabric()).isEqualTo(FabricKind.IDEAL);
        assertThat(chip.clockHz()).isEqualTo(2.5e8);
        assertThat(chip.barrierHopCycles()).isEqualTo(2);
        assertThat(chip.router().virtualChannels()).isEqualTo(2);
        assertThat(chip.router().bufferFlits()).isEqualTo(8);
        assertThat(chip.router().vcAllocator()).isEqualTo(AllocatorKind.SEPARABLE_INPUT_FIRST);
        assertThat(chip.core().lanes()).isEqualTo(8);
        assertThat(chip.core().portBits()).isEqualTo(256);
        assertThat(chip.tile().rows()).isEqualTo(1024);
        assertThat(chip.tile().columns()).isEqualTo(64);
        assertThat(chip.tile().timing().senseCycles()).isEqualTo(5);
        assertThat(chip.tile().timing().readCycles()).isEqualTo(80);
    }

    @Test
    void shouldTakeThePeripheryWhenATileNamesIt() throws IOException {
        final Periphery periphery = load("""
                tile: {forward_io: standard, backward_io: perfect, update: {type: mean-count, bl: 10, um: false}}
                """).tile().periphery();
        assertThat(periphery.forward()).isEqualTo(ReadSpec.named("standard"));
        assertThat(periphery.backward()).isEqualTo(ReadSpec.named("perfect"));
        assertThat(periphery.update())
                .isEqualTo(UpdateSpec.defaults()
                        .withType(PulseType.MEAN_COUNT)
                        .withBl(10, true)
                        .withManagement(false, false));
    }

    @Test
    void shouldGiveLinesResistanceWhenATileHasWires() throws IOException {
        final ArrayWires wires =
                load("tile: {wires: {row: 1e-4, column: 2.0e-4, topology: separate-source, on_off: 10}}")
                        .tile()
                        .wires();
        assertThat(wires)
                .isEqualTo(new ArrayWires(
                        new ParasiticSpec(Topology.SEPARATE_SOURCE, 1e-4, 2e-4, ParasiticSpec.TOLERANCE),
                        new ConductancePair(1, 10)));
        assertThat(load("tile: {wires: {row: 0.01, column: 0.01}}").tile().wires())
                .isEqualTo(ArrayWires.of(0.01));
    }

    @Test
    void shouldTakeANamedRouterWhenTheKeyIsAText() throws IOException {
        assertThat(load("router: c1\n").router()).isEqualTo(RouterConfig.load("c1"));
        assertThat(load("router: {config: c1, buffer_flits: 3}\n").router().bufferFlits())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speed: 3 | :1: unknown key speed, allowed are barrier_hop_cycles, clock_hz, core, fabric, mesh, router, tile",
                "mesh: 2x2~tile:~  width: 3 | :3: unknown key tile.width, allowed are backward_io, columns, forward_io, rows, timing, update, wires",
                "router: {vcs: 4} | :1: unknown key router.vcs, allowed are",
                "mesh: 2x2~mesh: 4x4 | :2: ",
                "core: {lanes: many} | :1: core.lanes: ",
                "core: {lanes: 1.5} | :1: core.lanes: ",
                "core:~  lanes: 0~mesh: 2x2 | :2: core.lanes: 0 is not allowed, expected 1..1024",
                "core: {memory_bytes: 1} | :1: core.memory_bytes: 1 is not allowed, expected 64..268435456",
                "tile: {rows: 0} | :1: tile.rows: 0 is not allowed",
                "tile: {timing: {read_cycles: 0}} | :1: timing.read_cycles: 0 is not allowed",
                "tile: {forward_io: golden} | :1: tile.forward_io: golden is not allowed, expected default, preset",
                "tile: {update: {type: Magic}} | :1: update.type: Magic is not allowed, expected StochasticCompressed",
                "tile: {update: {bl: 0}} | :1: update.bl: 0 is not allowed, expected 1..65536",
                "tile: {update: {um: false, ublm: true}} | :1: um: false is not allowed, expected true with ublm",
                "tile: {wires: {row: 2}} | :1: wires.row: 2.0 is not allowed, expected a number in 0.0..1.0",
                "tile: {wires: {on_off: 1}} | :1: wires.on_off: 1.0 is not allowed",
                "tile: {wires: {topology: ring}} | :1: wires.topology: ring is not allowed, expected input-source or",
                "router: {buffer_flits: 0} | :1: router.buffer_flits: 0 is not allowed",
                "router: {vc_allocator: fair} | :1: router.vc_allocator: fair is not allowed",
                "router: c9 | c9 is not allowed",
                "clock_hz: .nan | :1: clock_hz: ",
                "mesh: 4 | mesh",
                "mesh: 2x2~fabric: fast~ | :2: fabric: fast is not allowed, expected cycle or ideal",
                "- 1 | :1: ",
                "mesh: {x | :"
            })
    void shouldNameFileAndKeyWhenAValueIsBad(final String yaml, final String message) {
        assertThatThrownBy(() -> load(yaml.strip().replace("~", "\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file().toString())
                .hasMessageContaining(message.strip())
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    private Path file() {
        return directory.resolve("chip.yaml");
    }

    private ChipSpec load(final String yaml) throws IOException {
        Files.writeString(file(), yaml);
        return ChipFile.load(file());
    }
}
