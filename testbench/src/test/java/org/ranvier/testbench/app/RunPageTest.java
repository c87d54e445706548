package org.ranvier.testbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ranvier.testbench.yaml.YamlFile;
import org.ranvier.testbench.yaml.YamlMap;
import org.ranvier.testbench.yaml.YamlNode;

/** The page that lists the keys of an app shows what there is. */
class RunPageTest {
    private final Path root = Examples.app("first-spike").resolveSibling(Path.of("..", ".."));
    private final String page = Apps.read(root.resolve("docs"), "run.md");

    @Test
    void shouldShowTheExampleAsItShips() {
        final String app = Apps.read(root.resolve("examples/first-spike"), "app.yaml")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(block(0)).isEqualTo(app);
    }

    @Test
    void shouldListTheKeysThatTheReaderKnows() {
        final YamlNode every = YamlFile.parse("run.md", block(1));

        final YamlMap top =
                every.map("chip", "ticks", "samples", "seed", "cycle_limit", "cores", "routes", "stimulus", "probes");
        assertThat(every.entries()).hasSize(9);
        final YamlMap core =
                top.get("cores").items().get(0).map("name", "program", "params", "node", "array", "rows", "data");
        assertThat(core.get("array").entries()).containsOnlyKeys("type", "device", "read_noise", "step", "weights");
        assertThat(top.get("stimulus").items()).hasSize(4);
        assertThat(new StimulusReader(root).read(top.get("stimulus").items().get(2)))
                .hasSize(1);
    }

    private String block(final int number) {
        final String[] parts = page.split("```yaml\n", -1);
        return parts[number + 1].substring(0, parts[number + 1].indexOf("```"));
    }
}
