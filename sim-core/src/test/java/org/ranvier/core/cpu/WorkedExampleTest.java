package org.ranvier.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ranvier.core.doubles.TestChip;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.packet.Packet;

/** The worked example of {@code docs/design/core.md}, with program and expectations read from the page. */
class WorkedExampleTest {
    private static final Pattern PROGRAM = Pattern.compile("```asm\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d+) \\| `?([a-z. ]+?)`?( \\d+)? \\|", Pattern.MULTILINE);
    private static final Pattern INSTRUCTION = Pattern.compile("^(\\w+:)? +([a-z.]+)");

    private final List<String> observed = new ArrayList<>();
    private String page;
    private Core core;
    private long release;

    @BeforeEach
    void run() throws IOException {
        page = Files.readString(Path.of("..", "docs", "design", "core.md"), StandardCharsets.UTF_8);
        final Matcher program = PROGRAM.matcher(page);
        assertThat(program.find()).isTrue();
        final TestChip chip = new TestChip(CoreSpec.DEFAULT, 1, 3, 1, 1, 1, 0);
        core = chip.add(probed(program.group(1)), chip.route(new RouteTable(), "SPK", 0, TestChip.host()));
        for (int row = 0; row < 4; row++) {
            for (int column = 3; column < 25; column += 7) {
                chip.chip.array(0).weight(row, column, 1);
            }
        }
        core.monitor((from, probe, region, cycle) -> {
            if (probe.name().equals("p0")) {
                release = cycle - CoreSpec.DEFAULT.dispatchCycles();
            }
            observed.add(cycle - release + " "
                    + from.program().instruction(probe.address()).op().mnemonic());
        });
        chip.fabric.addMonitor(new Queued());
        chip.chip.runSample(1);
    }

    @Test
    void shouldFollowTheTableCycleByCycle() {
        final List<String> table = new ArrayList<>();
        final Matcher row = ROW.matcher(page);
        while (row.find()) {
            table.add(row.group(1) + " " + row.group(2) + (row.group(3) == null ? "" : row.group(3)));
        }

        assertThat(table).hasSize(13);
        assertThat(observed).isEqualTo(table);
    }

    @Test
    void shouldCountStallsByCause() {
        final CoreActivity activity = core.activity();

        // SAMPLE: dispatch 4, fill 1, bar 1.
        assertThat(activity.busy()).isEqualTo(6 + 27);
        assertThat(activity.arrayStall()).isEqualTo(6);
        assertThat(activity.sendStall()).isEqualTo(4);
    }

    /** Puts a probe in front of every instruction of the tick. */
    private static String probed(final String source) {
        final StringBuilder text = new StringBuilder();
        int probes = -1;
        for (final String line : source.split("\n")) {
            probes = line.startsWith("tick:") ? 0 : probes;
            if (probes >= 0 && INSTRUCTION.matcher(line).find()) {
                text.append(".probe p").append(probes++).append(" u\n");
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private final class Queued implements FabricMonitor {
        @Override
        public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
            observed.add(cycle - 1 - release + " packet " + Packet.key(packet));
        }

        @Override
        public void delivered(
                final long id, final int destination, final long injected, final long arrived, final int hops) {
            throw new AssertionError("the double does not tell");
        }
    }
}
