package org.ranvier.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.doubles.TestChip;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.isa.Program;
import org.ranvier.core.memory.RowPointers;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/** Synapses in lists: packets that scatter rows, memory, rows given by the loader, and mistakes. */
class ListRowsTest {
    private static final String RECEIVER = """
            .list tgt u8 [4]
            .list w s8 [4] like tgt
            .mem In s16 [2][10]
            .on SPK = v.scadd In[ep], tgt{key}, w{key}
            .on SAMPLE go
            go: bar
            """;

    private static final String SENDER = """
            .mem f bit [5]
            .data f 1,0,1,1
            .on PHASE0 tick
            tick: p.each SPK, f
                  bar
            """;

    private final TestChip chip = new TestChip(CoreSpec.DEFAULT);

    private Program receiver(final int... lengths) {
        return Assembler.assemble("receiver.asm", RECEIVER, Map.of(), chip.kinds)
                .withRows("tgt", RowPointers.ofLengths(lengths));
    }

    private Core connect(final Program program) {
        final Core core = chip.add(program, new RouteTable());
        chip.add(SENDER, chip.route(new RouteTable(), "SPK", 1, 0));
        for (int i = 0; i < program.regions().get(0).elements(); i++) {
            core.region("tgt").elements().set(i, (3 * i) % 10);
            core.region("w").elements().set(i, i - 2);
        }
        return core;
    }

    @Test
    void shouldScatterTheRowOfEachPacket() {
        // Row 0: targets 0, 3, 6 with -2, -1, 0; row 1 is not sent; row 2: empty; row 3: targets 2, 5 with 2, 3.
        final Core core = connect(receiver(3, 1, 0, 2));

        chip.chip.runSample(1);

        assertThat(core.region("In").cells()[1]).containsExactly(-2, 0, 2, -1, 0, 3, 0, 0, 0, 0);
        assertThat(core.scatterAdds()).isEqualTo(5);
        // One of 3 elements, one of 0, one of 2: pointers, indices and weights, then the entries; and the instruction
        // itself.
        assertThat(chip.count("core[0]", EnergyPhase.COMMUNICATION, "memory.read_word"))
                .isEqualTo(3 + (3 + 3) + 1 + (3 + 2));
        assertThat(chip.count("core[0]", EnergyPhase.COMMUNICATION, "memory.write_word"))
                .isEqualTo(5);
    }

    @Test
    void shouldCountPointersOnceForListsOfOneShape() {
        final Program program = receiver(3, 1, 0, 2);

        assertThat(program.regions().get(0).bytes()).isEqualTo(6 + 10);
        assertThat(program.regions().get(1).bytes()).isEqualTo(6);
    }

    @Test
    void shouldRefuseRowsThatDoNotFitTheList() {
        assertThatThrownBy(() -> receiver(1, 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("rows of receiver.asm tgt: 2 is not allowed, expected 4");
        assertThatThrownBy(() -> receiver(1, 2, 3, 4).withRows("w", RowPointers.ofLengths(1, 2, 3, 4)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("list of receiver.asm: w is not allowed, expected a list with rows of its own");
    }

    @Test
    void shouldRefuseListsThatDoNotFitTheMemory() {
        assertThatThrownBy(() -> connect(receiver(60_000, 6000, 0, 0)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("region 'w' needs 66000 bytes")
                .hasMessageContaining("bytes more than the core's 131072 bytes");
    }

    @Test
    void shouldRefuseRegionThatIsShorterThanRowsBesideIt() {
        final String source =
                ".list q s8 [2]\n.rows q 3,5\n.mem v s32 [4]\n.on SAMPLE go\ngo: v.add q{r1},q{r1},v\nend\n";

        assertThatThrownBy(() -> chip.add(source, new RouteTable()))
                .isInstanceOf(MappingException.class)
                .hasMessage("core[0]: 'v.add' uses region 'v' of 4 elements beside list 'q', whose longest row has 5");
    }

    @Test
    void shouldStopAtKeyBeyondTheRows() {
        final Core core = chip.add(receiver(1, 1, 1, 1), new RouteTable());
        chip.add(SENDER.replace("1,0,1,1", "0,0,0,0,1"), chip.route(new RouteTable(), "SPK", 1, 0));

        assertThatThrownBy(() -> chip.chip.runSample(1))
                .isInstanceOf(ModelViolationException.class)
                .hasMessageContaining(core.path())
                .hasMessageContaining("inline handler of SPK");
    }

    @Test
    void shouldSaveAndRestoreElements() {
        final Core core = connect(receiver(3, 1, 0, 2));
        chip.chip.runSample(1);
        final StateWriter out = new StateWriter();
        core.save(out);
        core.region("w").elements().fill(9);

        core.restore(new StateReader(out.toByteArray()));

        assertThat(core.region("w").get(3, 1)).isEqualTo(3);
        assertThat(core.scatterAdds()).isEqualTo(5);
    }
}
