package org.ranvier.testbench.regress.operand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.ExecutionMonitor;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.memory.Region;
import org.ranvier.core.memory.RegionType;
import org.ranvier.programs.chip.ChipFactory;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.layered.LayerArrays;

/**
 * Runs every instruction on random memory, then on memory that differs in one place. When that makes any difference to what comes
 * out, the place has to be among the operands that were read; whatever changes has to be among the results.
 */
class OperandFinderTest {
    private static final String PROGRAM = """
            .mem a,b,c s16 [8]
            .mem x u8 [8]
            .mem t,s s32 [8]
            .mem M s16 [8][8]
            .mem m,p,q bit [8]
            .mem N bit [8][8]
            .list L s8 [5]
            .list K s8 [5] like L
            .list X u8 [5] like L
            .rows L 3,8,2,8,1
            .array W s32 [8][8]
            .on PHASE0 go
            go: s.mov r1, #R1
                s.mov r2, #R2
                s.mov r3, #R3
                TEST
                s.mov r8, #77
            skip: bar
            """;
    private static final int TESTED = 3;
    private static final List<String> INSTRUCTIONS = List.of(
            "beq r1,r2,skip",
            "bne r1,#3,skip",
            "blt r1,r2,skip",
            "bge r2,r1,skip",
            "loop r1,#4,skip",
            "popb r4,m,skip",
            "popb r4,N[r2],skip",
            "bnone N[r1],skip",
            "s.mov r5,r1",
            "s.add r5,r1,r2",
            "s.sub r5,r1,r2",
            "s.min r5,r1,r2",
            "s.max r5,r1,r2",
            "s.and r5,r1,r2",
            "s.or r5,r1,r2",
            "s.xor r5,r1,r2",
            "s.shl r5,r1,#3",
            "s.shr r5,r1,r2",
            "s.mul r5,r1,r2,#1",
            "s.div r5,r1,r2",
            "s.clz r5,r1",
            "s.incm r1,#4",
            "s.ld r5,M[r1],r2",
            "s.ld r5,a,#3",
            "s.st M[r1],r2,r3",
            "s.inc a,r1,r3",
            "v.mov a,b",
            "v.mov M[r1],b ?m",
            "v.mov M,r1",
            "v.mov L,r1",
            "v.mov L{r1},K{r1}",
            "v.abs a,b",
            "v.add a,b,c",
            "v.sub M[:,r2],a,M[r1]",
            "v.min a,b,r1 ?!m",
            "v.max a,b,c",
            "v.and a,b,c",
            "v.shl a,b,#2",
            "v.shr a,b,x",
            "v.shr.r a,b,#1",
            "v.mul a,b,c,#2",
            "v.mul.r a,b,c,r1",
            "v.mac t,b,c,#2",
            "v.mac.r M[r1],b,c,#2",
            "v.sra t,b,#1",
            "v.sra.r t,b,#1 ?m",
            "v.srs t,b,#1",
            "v.srs.r M[:,r1],b,r2",
            "v.leak t,b,#2",
            "v.leak.r t,b,#2 ?N[r1]",
            "v.add L{r1},K{r1},X{r1}",
            "v.gat a,b,x",
            "v.gat a,M[r1],x",
            "v.gat a,M[:,r1],x",
            "v.gat a,L,x",
            "v.sca a,x,b",
            "v.sca M[:,r1],x,b",
            "v.scadd t,x,b",
            "v.scadd L,x,b",
            "v.scadd t,X{r1},L{r1}",
            "v.scadd M[r2],X{r1},r3",
            "v.scmac t,x,b,r1",
            "v.scmac t,X{r1},L{r1},#2",
            "c.gt m,a,b",
            "c.ge N[r1],a,b",
            "c.eq m,x,#3 ?p",
            "c.ne m,a,b",
            "b.mov p,m",
            "b.and p,m,q",
            "b.or p,m,q",
            "b.xor p,m,q",
            "b.andn p,m,N[r1]",
            "b.fill N,#1",
            "b.set m,r1",
            "b.clr m,r1",
            "b.tst r5,m,r1",
            "b.cnt r5,m",
            "r.sum r5,a",
            "r.sum r5,L{r1}",
            "r.max r5,r6,M[:,r1]",
            "r.top2 r5,r6,r7,a",
            "x.rnd a,s,#5",
            "x.bern m,s,b,#8",
            "p.send SPK,r1,r2",
            "p.each SPK,m",
            "p.eachv SPK,m,a",
            "a.fwd t,W,m",
            "a.bwd t,W,m,p",
            "a.pulse W,m,p,q",
            "a.acc t,W,r1",
            "a.fwdv t,W,a,#2",
            "a.bwdv t,W,a,#2",
            "a.upd W,a,b,r1");

    private final SplittableRandom random = new SplittableRandom(17);

    /** One run: what the instruction read and wrote, what it changed, and what came out in the end. */
    private static final class Run implements ExecutionMonitor {
        private final List<Operands> code;
        private final Chip chip;
        private final Set<String> read = new HashSet<>();
        private final List<Sums> sums = new ArrayList<>();
        private final Set<String> written = new HashSet<>();
        private final Map<String, Integer> end;
        private final List<Long> packets;
        private Map<String, Integer> before;
        private Map<String, Integer> after;

        Run(final String instruction, final Map<String, Integer> start) {
            String source = PROGRAM.replace("TEST", instruction);
            for (final String register : List.of("r1", "r2", "r3")) {
                source = source.replace("#" + register.toUpperCase(Locale.ROOT), "#" + start.get(register));
            }
            final PacketKinds kinds = new PacketKinds();
            final Program program = Assembler.assemble("test.asm", source, Map.of(), kinds);
            chip = ChipFactory.build(ChipSpec.DEFAULT, SampleSequencer.of(List.of(program)), kinds, 1);
            final RouteTable routes = new RouteTable();
            routes.add(
                    kinds.number("SPK"),
                    0,
                    7,
                    0,
                    chip.fabric().route(0, chip.host().node()),
                    1);
            final SynapseArray array = LayerArrays.sram(ChipSpec.DEFAULT, program);
            final Core core = chip.addCore(0, program, array, routes);
            code = new OperandFinder(core, array, kinds).code();
            start.forEach((name, value) -> set(core, array, name, value));
            core.execution(this);
            chip.runSample(1);
            end = state(core);
            packets =
                    Arrays.stream(chip.host().received().toLongArray()).boxed().toList();
        }

        private static void set(final Core core, final SynapseArray array, final String name, final int value) {
            final String[] parts = name.split("[\\[\\]]+");
            if (parts[0].equals("W")) {
                array.weight(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), value);
            } else if (parts.length > 1) {
                final int row = parts.length == 3 ? Integer.parseInt(parts[1]) : 0;
                core.region(parts[0]).set(row, Integer.parseInt(parts[parts.length - 1]), value);
            }
        }

        private Map<String, Integer> state(final Core core) {
            final Map<String, Integer> state = new LinkedHashMap<>();
            core.program().regions().forEach(spec -> {
                final Region region = core.region(spec.name());
                for (int row = 0; row < spec.rows(); row++) {
                    for (int column = 0; column < spec.length(row); column++) {
                        state.put(
                                spec.name() + (spec.rows() == 1 ? "" : "[" + row + "]") + "[" + column + "]",
                                spec.array() ? chip.array(0).weight(row, column) : region.get(row, column));
                    }
                }
            });
            for (int register = 0; register < 16; register++) {
                state.put("r" + register, core.register(register));
            }
            return state;
        }

        @Override
        public void issuing(final Core core, final int address, final long cycle) {
            if (address == TESTED) {
                look(code.get(address).sources(), read);
                before = state(core);
            }
        }

        @Override
        public void issued(final Core core, final int address, final long cycle, final int cycles) {
            if (address == TESTED) {
                look(code.get(address).results(), written);
                after = state(core);
            }
        }

        private void look(final List<OperandReader> readers, final Set<String> names) {
            for (final OperandReader reader : readers) {
                final int[] values = new int[reader.capacity()];
                final int n = reader.read(values);
                final Sums sum = new Sums();
                sum.of(values, n);
                sums.add(sum);
                for (int k = 0; k < n; k++) {
                    names.add(reader.element(k));
                }
            }
        }

        private Set<String> changed() {
            return before.keySet().stream()
                    .filter(name -> !before.get(name).equals(after.get(name)))
                    .collect(Collectors.toSet());
        }

        /** True when something else came out than of another run, whose memory differed in some places. */
        private boolean dependsOn(final Run other, final Predicate<String> places, final Map<String, Integer> start) {
            return !packets.equals(other.packets)
                    || end.keySet().stream().anyMatch(name -> {
                        final boolean differs = !end.get(name).equals(other.end.get(name));
                        // A place of its own that was left alone is no result.
                        return differs && (!places.test(name) || !end.get(name).equals(start.getOrDefault(name, 0)));
                    });
        }
    }

    private Map<String, Integer> start() {
        final Map<String, Integer> start = new LinkedHashMap<>();
        for (final String name : List.of("a", "b", "c", "x", "t", "s", "m", "p", "q")) {
            for (int i = 0; i < 8; i++) {
                start.put(name + "[" + i + "]", value(name));
            }
        }
        for (final String name : List.of("M", "N", "W")) {
            for (int i = 0; i < 64; i++) {
                start.put(name + "[" + i / 8 + "][" + i % 8 + "]", value(name));
            }
        }
        final int[] lengths = {3, 8, 2, 8, 1};
        for (final String name : List.of("L", "K", "X")) {
            for (int row = 0; row < lengths.length; row++) {
                for (int i = 0; i < lengths[row]; i++) {
                    start.put(name + "[" + row + "][" + i + "]", value(name));
                }
            }
        }
        for (final String name : List.of("r1", "r2", "r3")) {
            start.put(name, value(name));
        }
        return start;
    }

    private int value(final String name) {
        return switch (name) {
            case "m", "p", "q", "N" -> random.nextInt(2);
            case "x", "X" -> random.nextInt(8);
            case "r1", "r2", "r3" -> random.nextInt(1, 5);
            case "L", "K" -> random.nextInt(-128, 128);
            case "W" -> random.nextInt(-1_000_000, 1_000_000);
            case "s" -> random.nextInt(1, Integer.MAX_VALUE);
            default -> random.nextInt(-300, 300);
        };
    }

    @ParameterizedTest
    @FieldSource("INSTRUCTIONS")
    void shouldFindWhateverIsReadAndWritten(final String instruction) {
        final Map<String, Integer> start = start();
        final Run run = new Run(instruction, start);
        assertThat(run.written).containsAll(run.changed());

        final List<String> names = new ArrayList<>(start.keySet());
        final Set<String> operands =
                names.stream().map(OperandFinderTest::owner).collect(Collectors.toSet());
        // All of an operand at once, so that none is forgotten, then single places.
        operands.forEach(
                operand -> compare(instruction, start, run, name -> owner(name).equals(operand)));
        for (int trial = 0; trial < 10; trial++) {
            final String place = names.get(random.nextInt(names.size()));
            if (compare(instruction, start, run, place::equals)) {
                assertThat(run.read).contains(place);
            }
        }
    }

    private static String owner(final String place) {
        return place.replaceAll("\\[.*", "");
    }

    /** Runs with other memory in some places; returns whether something else came out, which the sums then tell. */
    private boolean compare(
            final String instruction, final Map<String, Integer> start, final Run run, final Predicate<String> places) {
        final Map<String, Integer> other = new LinkedHashMap<>(start);
        other.replaceAll((name, value) -> places.test(name) ? another(name, value) : value);
        final Run changed = new Run(instruction, other);
        final boolean depends = run.dependsOn(changed, places, start);
        if (depends) {
            final int sources = run.code.get(TESTED).sources().size();
            final boolean noticed = Stream.iterate(0, i -> i < sources, i -> i + 1)
                    .anyMatch(i -> !run.sums.get(i).matches(changed.sums.get(i)));
            assertThat(noticed).as("%s reads it", instruction).isTrue();
        }
        return depends;
    }

    private int another(final String name, final int value) {
        int next = value;
        while (next == value) {
            next = value(owner(name));
        }
        return next;
    }

    @Test
    void shouldCoverAllInstructionsThatHaveOperands() {
        final Set<String> covered =
                INSTRUCTIONS.stream().map(text -> text.split(" ")[0]).collect(Collectors.toSet());
        assertThat(Arrays.stream(Op.values())
                        .filter(op -> !op.operands().isEmpty() && op != Op.JMP)
                        .map(Op::mnemonic))
                .allMatch(covered::contains);
    }

    @Test
    void shouldFindOperandsOfInlineInstructions() {
        final PacketKinds kinds = new PacketKinds();
        final Program program = Assembler.assemble(
                "inline.asm", ".mem a s16 [8]\n.on IN = s.inc a, key, pay\n.on PHASE0 go\ngo: bar\n", Map.of(), kinds);
        final Chip chip = ChipFactory.build(ChipSpec.DEFAULT, SampleSequencer.of(List.of(program)), kinds, 1);
        final Core core = chip.addCore(0, program, null, new RouteTable());
        final Map<Integer, Operands> inline = new OperandFinder(core, null, kinds).inline();
        assertThat(inline).containsOnlyKeys(kinds.number("IN"));
        final Operands operands = inline.get(kinds.number("IN"));
        assertThat(operands.text()).isEqualTo("s.inc a,key,pay");
        assertThat(operands.sources()).extracting(OperandReader::name).containsExactly("key", "pay", "a");
        assertThat(operands.results()).extracting(OperandReader::name).containsExactly("a");
        assertThat(operands.results().get(0).min()).isEqualTo(RegionType.S16.min());
    }
}
