package org.ranvier.rpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;

/** Reads and pulses allocate nothing. */
final class CrossbarAllocationTest {
    private static final int ROWS = 70;
    private static final int COLUMNS = 20;

    private final int[] down = new int[COLUMNS];
    private final int[] across = new int[ROWS];
    private final int[] values = {1 << 19, -(1 << 18), 0, 1 << 20, 5, -9, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 << 10
    };
    private final long[] rows = Bits.random(ROWS, 0.3, 1, 0);
    private final long[] plus = Bits.of(COLUMNS, 3);
    private final long[] minus = Bits.of(COLUMNS, 7, 8);

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "constant-step"})
    void shouldAllocateNothingWhenReadAndPulsed(final String device) {
        final Crossbar crossbar = new Crossbar(CrossbarSpec.of(ROWS, COLUMNS, Devices.named(device))
                .withReadNoise(0.06)
                .withPulseCounters());
        crossbar.attach(new Ledger(), "array");
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long thread = Thread.currentThread().getId();
        operate(crossbar, 100);
        // The JIT now and then books a few bytes on the thread; an allocation of the crossbar would be in every window.
        long least = Long.MAX_VALUE;
        for (int window = 0; window < 8; window++) {
            final long before = threads.getThreadAllocatedBytes(thread);
            operate(crossbar, 500);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(least).isZero();
    }

    private void operate(final Crossbar crossbar, final int times) {
        for (int k = 0; k < times; k++) {
            crossbar.phase(EnergyPhase.FORWARD);
            crossbar.forward(rows, down);
            crossbar.phase(EnergyPhase.BACKWARD);
            crossbar.backward(plus, minus, across, ROWS - 1);
            crossbar.phase(EnergyPhase.UPDATE);
            crossbar.pulse(rows, plus, minus);
            crossbar.backward(values, 20, across, ROWS - 1);
            across[ROWS - 1] = 1 << 20;
            crossbar.forward(across, 20, down);
            crossbar.update(across, values, 20_000);
            crossbar.age(1e-6);
        }
    }
}
