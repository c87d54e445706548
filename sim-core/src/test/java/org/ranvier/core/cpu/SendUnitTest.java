package org.ranvier.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.doubles.TestChip;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.memory.RowPointers;
import org.ranvier.core.packet.Packet;

/** What send instructions put on the fabric. */
class SendUnitTest {
    private static final String HEAD = """
            .mem long bit [200]
            .mem short bit [3]
            .mem v s32 [200]
            .mem m s16 [200][2]
            .on SAMPLE go
            go: s.mov r1, #1
            s.mov r2, #-7
            """;

    private final TestChip chip = new TestChip(CoreSpec.DEFAULT);

    private Core core(final String code, final RouteTable routes) {
        return chip.add(HEAD + code + "\n bar\n", routes);
    }

    private RouteTable toHost() {
        return chip.route(new RouteTable(), "K", 0, TestChip.host());
    }

    private List<List<Integer>> sent() {
        final List<List<Integer>> packets = new ArrayList<>();
        for (final long packet : chip.chip.host().received()) {
            assertThat(Packet.kind(packet)).isEqualTo(chip.kind("K"));
            packets.add(List.of(Packet.key(packet), Packet.payload(packet)));
        }
        return packets;
    }

    @Test
    void shouldSendEveryBitWithItsIndexWhenSendingEach() {
        final Core core = core("p.each K, long", toHost());
        final SplittableRandom random = new SplittableRandom(3);
        final List<List<Integer>> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            if (random.nextInt(4) == 0 || i == 0 || i == 199) {
                core.region("long").set(0, i, 1);
                expected.add(List.of(i, 0));
            }
        }

        chip.chip.runSample(1);

        assertThat(sent()).isEqualTo(expected);
        assertThat(core.packetsSent()).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "m[:,r1]", "r2", "#123456"})
    void shouldSendPayloadOfEachBitWhenPayloadIsAnyOperand(final String payload) {
        final Core core = core("p.eachv K, long, " + payload, toHost());
        final List<List<Integer>> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            core.region("v").set(0, i, 1000 * i);
            core.region("m").set(i, 1, -i);
        }
        for (final int i : new int[] {0, 63, 64, 130, 199}) {
            core.region("long").set(0, i, 1);
            expected.add(List.of(
                    i,
                    switch (payload) {
                        case "v" -> 1000 * i;
                        case "r2" -> -7;
                        case "#123456" -> 123_456;
                        default -> -i;
                    }));
        }

        chip.chip.runSample(1);

        assertThat(sent()).isEqualTo(expected);
    }

    @Test
    void shouldForgetLongMaskWhenShorterOneFollows() {
        final Core core = core("p.each K, long\n p.each K, short", toHost());
        core.region("long").set(0, 150, 1);

        chip.chip.runSample(1);

        assertThat(sent()).containsExactly(List.of(150, 0));
    }

    @Test
    void shouldSendOnePacketPerRangeThatCoversTheKey() {
        final int route = chip.fabric.route(0, TestChip.host());
        final int kind = chip.kind("K");
        final RouteTable routes = new RouteTable()
                .add(kind, 0, 9, 100, route, 1)
                .add(kind, 5, 20, -5, route, 1)
                .add(kind, 5, 5, 0, route, 1);
        core("p.send K, #5, #1\n p.send K, #30, #2\n p.send K, #20, #3\n p.send K, r2, #4", routes);

        chip.chip.runSample(1);

        assertThat(sent()).containsExactly(List.of(105, 1), List.of(0, 1), List.of(5, 1), List.of(15, 3));
    }

    @Test
    void shouldRefuseRangeWhenKeysLeaveThePacketField() {
        final RouteTable routes = new RouteTable();

        assertThatThrownBy(() -> routes.add(0, 0, 65_536, 0, 0, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("route.last")
                .hasMessageContaining("65536");
        assertThatThrownBy(() -> routes.add(0, 10, 20, -11, 0, 1)).hasMessageContaining("route.offset");
        assertThatThrownBy(() -> routes.add(0, 10, 9, 0, 0, 1)).hasMessageContaining("route.last");
    }

    @Test
    void shouldSendToEveryRouteOfAKeyAfterItsRangesWhenTheTableHasLists() {
        final int host = chip.fabric.route(0, TestChip.host());
        final char[] routes = {(char) host, (char) host, (char) host};
        final RouteTable table = new RouteTable()
                .add(chip.kind("K"), 2, 2, 5, host, 1)
                .addEach(chip.kind("K"), RowPointers.ofLengths(1, 0, 2), routes, 100);
        core("p.each K, short\n p.send K, #150, #1", table).region("short").words()[0][0] = 0b111;

        chip.chip.runSample(1);

        assertThat(sent()).containsExactly(List.of(100, 0), List.of(7, 0), List.of(102, 0), List.of(102, 0));
        assertThat(table.size()).isEqualTo(4);
    }

    @Test
    void shouldRefuseListsOfRoutesThatDoNotFit() {
        final RowPointers rows = RowPointers.ofLengths(1, 1);

        assertThatThrownBy(() -> new RouteTable().addEach(0, rows, new char[3], 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("route.routes: 3 is not allowed, expected 2..2");
        assertThatThrownBy(() -> new RouteTable().addEach(0, rows, new char[2], 65_535))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("route.offset: 65535 is not allowed, expected 0..65534");
    }
}
