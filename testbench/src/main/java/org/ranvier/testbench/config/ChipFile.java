package org.ranvier.testbench.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.programs.chip.TileSpec;
import org.ranvier.router.AllocatorKind;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;
import org.ranvier.rpu.CrossbarTiming;
import org.ranvier.rpu.Periphery;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.PulseType;
import org.ranvier.rpu.update.UpdateSpec;
import org.ranvier.testbench.noc.RouterConfig;

/**
 * A chip described in YAML, {@code chips/default.yaml} being the commented example.
 *
 * <p>Every key may be left out and then has the value of {@link ChipSpec#DEFAULT}. The router is the name of a configuration
 * (see {@link RouterConfig}) or its fields.
 */
public final class ChipFile {
    private ChipFile() {}

    private record Fields(
            String mesh,
            String fabric,
            Double clockHz,
            Integer barrierHopCycles,
            RouterFields router,
            CoreFields core,
            TileFields tile) {
        ChipSpec spec() {
            final ChipSpec base = ChipSpec.DEFAULT;
            return new ChipSpec(
                    mesh == null ? base.mesh() : MeshSpec.parse(mesh),
                    router == null ? base.router() : router.spec(base.router()),
                    fabric == null ? base.fabric() : parseFabric("fabric", fabric),
                    core == null ? base.core() : core.spec(base.core()),
                    tile == null ? base.tile() : tile.spec(base.tile()),
                    or(barrierHopCycles, base.barrierHopCycles()),
                    or(clockHz, base.clockHz()));
        }
    }

    private record RouterFields(
            String config,
            Integer virtualChannels,
            Integer bufferFlits,
            Integer routingDelay,
            Integer creditDelay,
            Boolean speculative,
            String vcAllocator,
            String switchAllocator) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        RouterFields {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static RouterFields named(final String config) {
            return new RouterFields(config, null, null, null, null, null, null, null);
        }

        RouterSpec spec(final RouterSpec standard) {
            final RouterSpec base = config == null ? standard : RouterConfig.load(config);
            return new RouterSpec(
                    or(virtualChannels, base.virtualChannels()),
                    or(bufferFlits, base.bufferFlits()),
                    or(routingDelay, base.routingDelay()),
                    or(creditDelay, base.creditDelay()),
                    or(speculative, base.speculative()),
                    vcAllocator == null ? base.vcAllocator() : AllocatorKind.parse("router.vcAllocator", vcAllocator),
                    switchAllocator == null
                            ? base.switchAllocator()
                            : AllocatorKind.parse("router.switchAllocator", switchAllocator));
        }
    }

    private record CoreFields(
            Integer memoryBytes,
            Integer lanes,
            Integer portBits,
            Integer inQueue,
            Integer outQueue,
            Integer eventQueue,
            Integer dispatchCycles,
            Integer takenBranchCycles,
            Integer multiplyCycles,
            Integer divideCycles,
            Integer gatherPerCycle,
            Integer reductionTail,
            Integer sendCycles) {
        CoreSpec spec(final CoreSpec base) {
            return new CoreSpec(
                    or(memoryBytes, base.memoryBytes()),
                    or(lanes, base.lanes()),
                    or(portBits, base.portBits()),
                    or(inQueue, base.inQueue()),
                    or(outQueue, base.outQueue()),
                    or(eventQueue, base.eventQueue()),
                    or(dispatchCycles, base.dispatchCycles()),
                    or(takenBranchCycles, base.takenBranchCycles()),
                    or(multiplyCycles, base.multiplyCycles()),
                    or(divideCycles, base.divideCycles()),
                    or(gatherPerCycle, base.gatherPerCycle()),
                    or(reductionTail, base.reductionTail()),
                    or(sendCycles, base.sendCycles()));
        }
    }

    private record TileFields(
            Integer rows,
            Integer columns,
            TimingFields timing,
            String forwardIo,
            String backwardIo,
            UpdateFields update,
            WiresFields wires) {
        TileSpec spec(final TileSpec base) {
            return new TileSpec(
                    or(rows, base.rows()),
                    or(columns, base.columns()),
                    timing == null ? base.timing() : timing.spec(base.timing()),
                    periphery(base.periphery()),
                    wires == null ? base.wires() : wires.spec(),
                    base.wear());
        }

        private Periphery periphery(final Periphery base) {
            return new Periphery(
                    forwardIo == null ? base.forward() : converters("tile.forwardIo", forwardIo),
                    backwardIo == null ? base.backward() : converters("tile.backwardIo", backwardIo),
                    update == null ? base.update() : update.spec(base.update()));
        }
    }

    private record UpdateFields(String type, Integer bl, Boolean um, Boolean ublm) {
        UpdateSpec spec(final UpdateSpec base) {
            final PulseType pulses = type == null ? null : PulseType.named("update.type", type);
            return new UpdateChoice(pulses, bl, um, ublm).apply(base, "update.bl");
        }
    }

    private static ReadSpec converters(final String option, final String name) {
        try {
            return ReadSpec.named(name);
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(e.getMessage().replace("read periphery", option), e);
        }
    }

    private record TimingFields(Integer readCycles, Integer pulseCycles, Integer linesPerSense, Integer senseCycles) {
        CrossbarTiming spec(final CrossbarTiming base) {
            return new CrossbarTiming(
                    or(readCycles, base.readCycles()),
                    or(pulseCycles, base.pulseCycles()),
                    or(linesPerSense, base.linesPerSense()),
                    or(senseCycles, base.senseCycles()));
        }
    }

    /**
     * Reads a chip file.
     *
     * @param file the file
     * @return the chip
     * @throws ConfigurationException in one line with file and key, and the line if the key is in the file
     */
    public static ChipSpec load(final Path file) {
        return YamlReader.read(file, Fields.class, fields -> fields == null ? ChipSpec.DEFAULT : fields.spec());
    }

    /**
     * Reads a chip that is part of another file.
     *
     * @param tree the mapping, as maps with string keys, lists and scalars
     * @return the chip
     * @throws ConfigurationException in one line, {@code key: problem}
     */
    public static ChipSpec of(final Object tree) {
        try {
            return YamlReader.convert(tree, Fields.class).spec();
        } catch (final ConfigurationException e) {
            final int end = Math.max(0, e.getMessage().indexOf(':'));
            throw new ConfigurationException(
                    YamlReader.snakeCase(e.getMessage().substring(0, end))
                            + e.getMessage().substring(end),
                    e);
        }
    }

    /**
     * Reads the name of a fabric.
     *
     * @param option what the message calls it
     * @param name {@code cycle} or {@code ideal}
     * @return the fabric
     */
    public static FabricKind parseFabric(final String option, final String name) {
        for (final FabricKind kind : FabricKind.values()) {
            if (kind.label().equals(name)) {
                return kind;
            }
        }
        throw ConfigurationException.of(option, name, "cycle or ideal");
    }

    private static <T> T or(final T value, final T standard) {
        return value == null ? standard : value;
    }
}
