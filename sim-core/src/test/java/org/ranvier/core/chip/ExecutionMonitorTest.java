package org.ranvier.core.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.ExecutionMonitor;
import org.ranvier.core.isa.Op;
import org.ranvier.core.packet.Packet;
import org.ranvier.core.state.StateWriter;

/** What a monitor hears adds up to what the core counts, and hearing it changes nothing. */
class ExecutionMonitorTest {
    private static final int TICKS = 40;

    private final SmallNetwork network = new SmallNetwork();

    @Test
    void shouldAddUpToTheCountersOfEveryCore() {
        final Map<Core, Sums> all = new HashMap<>();
        for (final Core core : network.cores()) {
            all.put(core, new Sums());
            core.execution(all.get(core));
        }

        network.chip.chip.runSample(TICKS);

        for (final Core core : network.cores()) {
            final Sums sums = all.get(core);
            assertThat(sums.busy).isEqualTo(core.activity().busy());
            assertThat(sums.waits[ExecutionMonitor.Wait.ARRAY.ordinal()])
                    .isEqualTo(core.activity().arrayStall());
            assertThat(sums.waits[ExecutionMonitor.Wait.SEND.ordinal()])
                    .isEqualTo(core.activity().sendStall());
            assertThat(sums.waits[ExecutionMonitor.Wait.BARRIER.ordinal()])
                    .isEqualTo(core.activity().barrierWait());
            assertThat(sums.sent).isEqualTo(core.packetsSent());
            assertThat(sums.dropped).isEqualTo(core.stalePackets());
            assertThat(sums.received).isEqualTo(sums.served + sums.queued + sums.dropped);
            assertThat(sums.dispatchedPackets).isEqualTo(sums.queued);
            assertThat(sums.begun).isEqualTo(sums.issued).isPositive();
        }
        assertThat(all.get(network.left).waits).doesNotContain(0);
        assertThat(all.get(network.left).queued).isPositive();
        assertThat(all.get(network.left).served).isPositive();
    }

    @Test
    void shouldShowOperandsBeforeAndAfterAnInstruction() {
        final int[] seen = new int[2];
        network.left.execution(new ExecutionMonitor() {
            private int before;

            @Override
            public void issuing(final Core core, final int address, final long cycle) {
                before = core.register(1);
            }

            @Override
            public void issued(final Core core, final int address, final long cycle, final int cycles) {
                if (core.program().instruction(address).op() == Op.S_INCM) {
                    seen[0]++;
                    seen[1] += Math.floorMod(core.register(1) - before, 2);
                }
            }
        });

        network.chip.chip.runSample(TICKS);

        assertThat(seen).containsExactly(TICKS, TICKS);
    }

    @Test
    void shouldChangeNothing() {
        final SmallNetwork alone = new SmallNetwork();
        network.cores().forEach(core -> core.execution(new Sums()));

        network.chip.chip.runSample(TICKS);
        alone.chip.chip.runSample(TICKS);

        assertThat(state(network)).isEqualTo(state(alone));
    }

    private static byte[] state(final SmallNetwork network) {
        final StateWriter out = new StateWriter();
        network.chip.chip.save(out);
        return out.toByteArray();
    }

    private static final class Sums implements ExecutionMonitor {
        private final long[] waits = new long[Wait.values().length];
        private long busy;
        private long sent;
        private long received;
        private long served;
        private long queued;
        private long dropped;
        private long dispatchedPackets;
        private long begun;
        private long issued;
        private long inHand = NO_PACKET;

        @Override
        public void received(final Core core, final long packet, final long cycle) {
            received++;
        }

        @Override
        public void serving(final Core core, final long packet, final long cycle) {
            inHand = packet;
        }

        @Override
        public void served(final Core core, final long packet, final long cycle, final int cycles) {
            assertThat(packet).isEqualTo(inHand);
            served++;
        }

        @Override
        public void queued(final Core core, final long packet, final long cycle) {
            queued++;
        }

        @Override
        public void dropped(final Core core, final long packet, final long cycle) {
            dropped++;
        }

        @Override
        public void dispatched(
                final Core core, final int address, final long packet, final long cycle, final int cycles) {
            busy += cycles;
            if (packet != NO_PACKET) {
                dispatchedPackets++;
                assertThat(core.program().packets().get(Packet.kind(packet)).address())
                        .isEqualTo(address);
            }
        }

        @Override
        public void issuing(final Core core, final int address, final long cycle) {
            begun++;
        }

        @Override
        public void issued(final Core core, final int address, final long cycle, final int cycles) {
            busy += cycles;
            issued++;
        }

        @Override
        public void sent(final Core core, final int address, final int packets, final long cycle, final int cycles) {
            busy += cycles;
            sent += packets;
        }

        @Override
        public void waited(final Core core, final Wait cause, final long from, final long to) {
            waits[cause.ordinal()] += to - from;
        }
    }
}
