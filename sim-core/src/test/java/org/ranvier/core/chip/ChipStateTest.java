package org.ranvier.core.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/** A chip is a pure function of what it was built from: run again, restored, or left alone by the garbage collector. */
class ChipStateTest {
    private static final int TICKS = 12;

    private final SmallNetwork network = new SmallNetwork();

    private static void run(final SmallNetwork network, final int samples) {
        for (int i = 0; i < samples; i++) {
            network.chip.chip.runSample(TICKS);
        }
    }

    private static byte[] image(final SmallNetwork network) {
        final StateWriter out = new StateWriter();
        network.chip.chip.save(out);
        return out.toByteArray();
    }

    private static List<Object> outside(final SmallNetwork network) {
        final List<Object> seen = new ArrayList<>();
        seen.add(network.chip.chip.cycle());
        seen.add(network.chip.chip.host().received().toLongArray());
        for (final Core core : network.cores()) {
            seen.add(core.activity());
            seen.add(core.packetsSent());
        }
        return seen;
    }

    @Test
    void shouldReachEveryUnitSoThatTheTestsBelowSayMuch() {
        run(network, 3);

        assertThat(network.chip.chip.array(1).coincidences()).isGreaterThan(1000);
        assertThat(network.left.register(5)).isPositive();
        assertThat(network.left.activity().arrayStall()).isPositive();
        assertThat(network.left.activity().sendStall()).isPositive();
        assertThat(network.left.activity().barrierWait()).isPositive();
        assertThat(network.chip.chip.host().received()).hasSize(2);
    }

    @Test
    void shouldEndInTheSameStateWhenRunAgain() {
        final SmallNetwork other = new SmallNetwork();

        run(network, 3);
        run(other, 3);

        assertThat(image(other)).isEqualTo(image(network));
        assertThat(outside(other)).usingRecursiveComparison().isEqualTo(outside(network));
    }

    @Test
    void shouldContinueIdenticallyWhenRestoredIntoANewChip() {
        run(network, 2);
        final byte[] saved = image(network);
        final SmallNetwork other = new SmallNetwork();
        final StateReader in = new StateReader(saved);

        other.chip.chip.restore(in);
        in.end();
        run(network, 2);
        run(other, 2);

        assertThat(image(other)).isEqualTo(image(network));
        assertThat(outside(other)).usingRecursiveComparison().isEqualTo(outside(network));
    }

    @Test
    void shouldGoBackWhenRestoredIntoTheSameChip() {
        run(network, 1);
        final byte[] saved = image(network);
        run(network, 1);
        final byte[] second = image(network);
        run(network, 2);

        network.chip.chip.restore(new StateReader(saved));

        assertThat(image(network)).isEqualTo(saved);
        run(network, 1);
        assertThat(image(network)).isEqualTo(second);
    }

    @Test
    void shouldRefuseStateOfAnotherChip() {
        final SmallNetwork other = new SmallNetwork();
        other.chip.add(".mem v s32 [1]", new RouteTable());
        final byte[] saved = image(network);

        assertThatThrownBy(() -> other.chip.chip.restore(new StateReader(saved)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("saved state");
    }

    @Test
    void shouldRefuseToSaveWhenASampleIsRunning() {
        network.chip.chip.host().driver((event, tick, port) -> image(network));

        assertThatThrownBy(() -> run(network, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("between samples");
    }

    @Test
    void shouldAllocateNothingWhenWarm() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        run(network, 40);
        final long firstCycle = network.chip.chip.cycle();
        threads.getCurrentThreadAllocatedBytes();
        long least = Long.MAX_VALUE;

        // What the JVM itself allocates while it compiles falls into some windows; what a sample allocates, into all.
        for (int window = 0; window < 8; window++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            run(network, 20);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).isZero();
        assertThat(network.chip.chip.cycle() - firstCycle).isGreaterThan(40_000);
    }
}
