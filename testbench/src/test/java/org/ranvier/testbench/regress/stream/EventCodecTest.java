package org.ranvier.testbench.regress.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private final SplittableRandom random = new SplittableRandom(3);

    private Event event(final EventKind kind, final Event last) {
        final Event event = new Event().begin(kind, last.cycle + random.nextInt(-3, 40));
        if (kind.hasAddress() || kind == EventKind.ISSUED) {
            event.at(kind == EventKind.ISSUED || random.nextInt(3) == 0 ? last.address : last.address + 1);
        }
        if (kind.hasPacket() || kind == EventKind.SERVED) {
            event.with(kind == EventKind.SERVED ? last.packet : packet());
        }
        if (kind.hasCount()) {
            event.lasting(random.nextLong(1L << random.nextInt(1, 40)));
        }
        for (int i = kind.hasOperands() ? random.nextInt(5) : 0; i > 0; i--) {
            final Sums sums = new Sums(random);
            sums.fill(event);
        }
        return event;
    }

    private long packet() {
        return random.nextInt(4) == 0 ? -1 : random.nextLong() >>> random.nextInt(6);
    }

    /** Operands at a few locations, often with what they had before. */
    private record Sums(SplittableRandom random) {
        void fill(final Event event) {
            final org.ranvier.testbench.regress.operand.Sums sums = event.add(random.nextInt(7));
            switch (random.nextInt(3)) {
                case 0 -> sums.scalar(5);
                case 1 -> sums.scalar(random.nextLong());
                default -> sums.of(new int[] {random.nextInt(3), random.nextInt()}, 2);
            }
        }
    }

    /** With two slots for seven locations, operands of one event take each other's. */
    @ParameterizedTest
    @ValueSource(ints = {2, 64})
    void shouldReadWhatWasWritten(final int slots) {
        final List<Event> events = new ArrayList<>();
        final Deque<byte[]> pieces = new ArrayDeque<>();
        final EventEncoder encoder =
                new EventEncoder(slots, (bytes, length) -> pieces.add(Arrays.copyOf(bytes, length)));
        Event last = new Event();
        Event lastAddress = new Event();
        Event lastPacket = new Event();
        for (int i = 0; i < 60_000; i++) {
            EventKind kind = EventKind.values()[random.nextInt(EventKind.values().length)];
            final Event before =
                    new Event().begin(kind, last.cycle).at(lastAddress.address).with(lastPacket.packet);
            final Event event = event(kind, before);
            lastAddress = kind.hasAddress() ? event : lastAddress;
            lastPacket = kind.hasPacket() ? event : lastPacket;
            last = event;
            events.add(event);
            encoder.accept(event, null);
        }
        encoder.flush();
        assertThat(pieces.size()).isGreaterThan(2);
        assertThat(encoder.events()).isEqualTo(events.size());

        final EventDecoder decoder = new EventDecoder(slots, pieces::poll);
        final Event read = new Event();
        for (final Event event : events) {
            assertThat(decoder.next(read)).isTrue();
            assertThat(read.sameHead(event)).as("%s", event.kind).isTrue();
            if (event.kind.hasOperands()) {
                assertThat(decoder.operands(read, event)).isTrue();
                for (int i = 0; i < event.operands; i++) {
                    assertThat(read.sums(i).matches(event.sums(i))).isTrue();
                }
            }
        }
        assertThat(decoder.next(read)).isFalse();
    }
}
