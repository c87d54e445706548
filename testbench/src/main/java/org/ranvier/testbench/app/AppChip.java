package org.ranvier.testbench.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.ChipFactory;
import org.ranvier.programs.chip.NodeOrder;
import org.ranvier.testbench.yaml.YamlNode;

/** The chip of an app: programs assembled, cores placed, arrays and regions loaded, routes made, stimuli connected. */
public final class AppChip implements HostLink {
    private final AppSpec spec;
    private final PacketKinds kinds = new PacketKinds();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Program> programs = new ArrayList<>();
    private final List<Stimulus> stimuli = new ArrayList<>();
    private final int[] nodes;
    private final Chip chip;

    /**
     * Builds the chip.
     *
     * @param spec the app
     * @throws org.ranvier.core.error.ConfigurationException in one line with file, line and key
     */
    public AppChip(final AppSpec spec) {
        this.spec = spec;
        for (final AppCore core : spec.cores()) {
            places.put(core.name(), programs.size());
            final CoreLoader loader = new CoreLoader(spec, programs.size());
            programs.add(core.at().locate(() -> loader.rows(core.program().assemble(core.parameters(), kinds))));
        }
        nodes = place();
        checkMemory();
        chip = ChipFactory.build(spec.chip(), SampleSequencer.of(programs), kinds, spec.seed());
        chip.cycleLimit(spec.cycleLimit());
        final List<RouteTable> routes = routes();
        for (int i = 0; i < programs.size(); i++) {
            addCore(i, routes.get(i));
        }
        for (final StimulusSpec stimulus : spec.stimuli()) {
            stimuli.add(stimulus.bind(this));
        }
    }

    /** Gives cores without a node the next free ones along the snake. */
    private int[] place() {
        final int[] snake = NodeOrder.snake(spec.chip().mesh());
        if (spec.cores().size() > snake.length) {
            throw new MappingException(spec.file() + ": the app has "
                    + spec.cores().size() + " cores, the " + spec.chip().mesh() + " chip has " + snake.length
                    + ": use a larger mesh");
        }
        final int[] placed = new int[spec.cores().size()];
        final boolean[] taken = new boolean[snake.length];
        for (int i = 0; i < placed.length; i++) {
            final AppCore core = spec.cores().get(i);
            placed[i] = core.node();
            if (core.node() != AppCore.ANYWHERE) {
                if (taken[core.node()]) {
                    throw core.at().error("node " + core.node() + " is taken");
                }
                taken[core.node()] = true;
            }
        }
        int next = 0;
        for (int i = 0; i < placed.length; i++) {
            if (placed[i] == AppCore.ANYWHERE) {
                while (taken[snake[next]]) {
                    next++;
                }
                placed[i] = snake[next];
                taken[snake[next]] = true;
            }
        }
        return placed;
    }

    private void checkMemory() {
        for (int i = 0; i < nodes.length; i++) {
            final Program program = programs.get(i);
            final AppCore core = spec.cores().get(i);
            core.at()
                    .locate(() -> program.memoryMap()
                            .check(
                                    "core '" + core.name() + "'",
                                    spec.chip().core().memoryBytes()));
        }
    }

    private List<RouteTable> routes() {
        final List<RouteTable> tables = new ArrayList<>();
        programs.forEach(program -> tables.add(new RouteTable()));
        for (final AppRoute route : spec.routes()) {
            final int from = core(route.at(), route.from());
            final int handle = handle(route.at(), nodes[from], route.kind(), route.to());
            tables.get(from)
                    .add(
                            kind(route.at(), route.kind()),
                            route.first(),
                            route.last(),
                            route.offset(),
                            handle,
                            route.to().size());
        }
        return tables;
    }

    private void addCore(final int index, final RouteTable routes) {
        final AppCore description = spec.cores().get(index);
        final CoreLoader loader = new CoreLoader(spec, index);
        final Program program = ProbePoints.add(programs.get(index), spec.probes(), description.name());
        description.at().locate(() -> {
            final Core core = chip.addCore(nodes[index], program, loader.array(program), routes);
            loader.load(core);
            return core;
        });
    }

    @Override
    public int kind(final YamlNode at, final String kind) {
        final List<String> known = new ArrayList<>();
        for (int i = 0; i < kinds.count(); i++) {
            known.add(kinds.name(i));
        }
        if (!known.contains(kind)) {
            throw at.error("no program knows the packet kind '" + kind + "', expected one of " + known);
        }
        return kinds.number(kind);
    }

    @Override
    public int route(final YamlNode at, final String kind, final List<String> to) {
        if (to.contains(AppRoute.HOST)) {
            throw at.error("the host cannot be a receiver of its own packets");
        }
        return handle(at, chip.host().node(), kind, to);
    }

    private int handle(final YamlNode at, final int from, final String kind, final List<String> to) {
        final int number = kind(at, kind);
        final int[] destinations = new int[to.size()];
        for (int i = 0; i < destinations.length; i++) {
            if (to.get(i).equals(AppRoute.HOST)) {
                destinations[i] = chip.host().node();
            } else {
                final int receiver = core(at, to.get(i));
                if (!programs.get(receiver).packets().containsKey(number)) {
                    throw at.error("the program of core '" + to.get(i) + "' has no handler for " + kind);
                }
                destinations[i] = nodes[receiver];
            }
        }
        return chip.fabric().route(from, destinations);
    }

    private int core(final YamlNode at, final String name) {
        final Integer place = places.get(name);
        if (place == null) {
            throw at.error("there is no core '" + name + "'");
        }
        return place;
    }

    @Override
    public int ticks() {
        return spec.ticks();
    }

    @Override
    public int samples() {
        return spec.samples();
    }

    @Override
    public long seed() {
        return spec.seed();
    }

    /**
     * @param core a place in {@link Chip#cores}
     * @return what the file calls the core
     */
    public String name(final int core) {
        return spec.cores().get(core).name();
    }

    /** @return the app */
    public AppSpec spec() {
        return spec;
    }

    /** @return the chip itself */
    public Chip chip() {
        return chip;
    }

    /** @return what the host sends, in the order of the file */
    List<Stimulus> stimuli() {
        return stimuli;
    }

    /**
     * Finds a core's place.
     *
     * @param at where the file names it, for messages
     * @param name its name
     * @return its index in {@link Chip#cores}
     */
    int place(final YamlNode at, final String name) {
        return core(at, name);
    }
}
