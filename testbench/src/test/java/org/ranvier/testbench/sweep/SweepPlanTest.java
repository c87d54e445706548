package org.ranvier.testbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;

class SweepPlanTest {
    @TempDir
    private Path folder;

    @Test
    void shouldMultiplyGridListDrawsAndSeedsWhenAllAreGiven() {
        final SweepPlan plan = plan("""
                command: echo
                seeds: [7, 8]
                grid: {a: [1, 2]}
                list:
                  - {b: 1/8}
                  - {b: [4, 5], file.x: 3}
                """);
        assertThat(plan.runs()).extracting(PlannedRun::number).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(plan.runs().get(0).description().get("words"))
                .isEqualTo(List.of("echo", "--a=1", "--b=1/8", "--seed=7"));
        assertThat(plan.runs().get(7).description().get("words"))
                .isEqualTo(List.of("echo", "--a=2", "--b=4,5", "--seed=8"));
        assertThat(plan.runs().get(7).description().get("files")).isEqualTo(Map.of("file", Map.of("x", 3)));
        assertThat(plan.runs()).extracting(PlannedRun::id).doesNotHaveDuplicates();
        assertThat(plan.runs()).extracting(PlannedRun::point).containsExactly(0, 0, 1, 1, 2, 2, 3, 3);
    }

    @Test
    void shouldDrawTheSameWhenDrawnAgainAndMoreWhenMoreAreAskedFor() {
        final List<PlannedRun> few = plan(random(50, "")).runs();
        assertThat(plan(random(50, "")).runs())
                .extracting(PlannedRun::id)
                .isEqualTo(few.stream().map(PlannedRun::id).toList());
        final List<PlannedRun> more = plan(random(60, "    seed: {choice: [1]}\n")
                        .replace("    seed", "    file.y"))
                .runs();
        for (int i = 0; i < few.size(); i++) {
            final double a = (double) few.get(i).parameters().get("a");
            final long b = (long) few.get(i).parameters().get("b");
            assertThat(a)
                    .isBetween(0.001, 0.1)
                    .isEqualTo(more.get(i).parameters().get("a"));
            assertThat(b).isBetween(2L, 4L).isEqualTo(more.get(i).parameters().get("b"));
        }
        final List<Double> drawn =
                few.stream().map(run -> (double) run.parameters().get("a")).toList();
        assertThat(drawn).filteredOn(a -> a < 0.01).hasSizeBetween(15, 35);
        assertThat(few.stream().map(run -> run.parameters().get("b")).distinct())
                .hasSize(3);
    }

    private static String random(final int count, final String more) {
        return "command: echo\nrandom:\n  count: " + count + "\n  seed: 3\n  draw:\n"
                + "    a: {log_uniform: [0.001, 0.1]}\n    b: {integer: [2, 4]}\n" + more;
    }

    @Test
    void shouldDependOnContentsButNotOnPlacesWhenFilesAreNamed() throws IOException {
        Files.writeString(folder.resolve("data"), "one");
        final String text = "command: echo --file data\n";
        final PlannedRun one = plan(text).runs().get(0);
        assertThat(one.task().words())
                .containsExactly("echo", "--file", folder.resolve("data").toString());
        final Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("data"), "one");
        assertThat(plan(elsewhere, text).runs().get(0).id()).isEqualTo(one.id());
        Files.writeString(folder.resolve("data"), "two");
        assertThat(plan(text).runs().get(0).id()).isNotEqualTo(one.id());
    }

    @Test
    void shouldChangeFieldsOfTheBaseFileWhenThereIsOne() throws IOException {
        Files.writeString(folder.resolve("base.yaml"), "core: {lanes: 16, ports: 2}\nmesh: 2x2\n");
        final Object changed = Map.of("core", Map.of("lanes", 4, "ports", 2), "mesh", "2x2");
        final String grid = "grid: {file.core.lanes: [4]}\n";
        for (final String text : List.of(
                "command: echo --file base.yaml\n" + grid,
                "command: echo --file=base.yaml\n" + grid,
                "command: echo\nfiles: {file: base.yaml}\n" + grid,
                "command: echo\nfiles: {file: {core: {lanes: 16, ports: 2}, mesh: 2x2}}\n" + grid)) {
            final PlannedRun run = plan(text).runs().get(0);
            assertThat(run.description().get("files")).as(text).isEqualTo(Map.of("file", changed));
            assertThat(run.task().words()).as(text).containsExactly("echo");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "command: echo\\ngrid: {c: [1]} | 2: grid.c: ranvier echo has no option --c",
                "command: echo\\ngrid: {a: [1, word]} | 2: grid.a: 'word' is not a number",
                "command: echo\\ngrid:\\n  file.unknown: [1] | 3: grid.file.unknown: unknown: unknown key",
                "command: echo\\ngrid: {a.x: [1]} | 2: grid.a.x: --a of ranvier echo takes no file with fields",
                "command: echo --a 1\\ngrid: {a: [1]} | 2: grid.a: --a varies, but the command gives it as well",
                "command: echo\\ngrid: {a: []} | 2: grid.a: a list is not allowed, expected at least one value",
                "command: echo\\ngrid: {a: [1]}\\nlist: [{a: 2}] | 3: list[0].a: varies twice: in two of grid, list and random",
                "command: echo\\ngrids: {a: [1]} | 2: grids: unknown key",
                "command: echo\\nrandom: {count: 3, draw: {a: {normal: [0, 1]}}} | 2: random.draw.a.normal: unknown key",
                "command: echo\\nrandom: {count: 3, draw: {a: {uniform: [2, 1]}}} | 2: random.draw.a.uniform[1]: 1 is not allowed",
                "command: echo\\ngrid: {seed: [1]} | 2: grid.seed: is not a parameter; seeds have the key 'seeds'",
                "command: echo --out x | 1: command: --out is not allowed in a sweep",
                "command: echo\\nfiles: {file: none.yaml} | 2: files.file: "
            })
    void shouldNameFileLineAndKeyWhenTheSweepIsWrong(final String text, final String problem) {
        assertThatThrownBy(() -> plan(text.replace("\\n", "\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sweep.yaml:" + problem.strip())
                .hasMessageNotContaining("\n");
    }

    private SweepPlan plan(final String text) {
        return plan(folder, text);
    }

    private static SweepPlan plan(final Path folder, final String text) {
        try {
            final Path file = Files.writeString(folder.resolve("sweep.yaml"), text);
            return new SweepPlan(file, words -> new EchoProgram(), new EchoProgram(), "1");
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }
}
