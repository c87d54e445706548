package org.ranvier.testbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;

/** Every mistake in an app is met with one line that names file, line and key. */
class AppErrorsTest {
    private static final String APP = """
            chip: {mesh: 2x2}
            ticks: 4
            cores:
              - name: a
                program: a.asm
                array: {type: sram}
              - name: b
                program: b.asm
            routes:
              - {from: b, kind: OUT, to: host}
            stimulus:
              - poisson: {to: a, kind: IN, keys: [0, 1], rate: 0.1}
              - spikes: [{tick: 0, kind: IN, key: 1, to: a}]
            probes:
              - {core: a, region: u, out: u.csv}
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void writePrograms() {
        Apps.write(
                directory,
                "a.asm",
                ".array W s16 [2][3]\n.mem u s32 [3]\n.on IN = a.acc u, W, key\n.on PHASE0 tick\ntick: bar\n");
        Apps.write(
                directory,
                "b.asm",
                ".mem m s8 [3]\n.mem f bit [3]\n.mem big s32 [30]\n.on PHASE0 tick\ntick: b.fill f, #1\n p.each OUT, f\n bar\n");
        Apps.write(directory, "bad.asm", "tick: v.ad u, u\n");
        Apps.write(directory, "w.csv", "1,2,3\n4,5,x\n");
        Apps.write(directory, "short.csv", "1,2,3\n");
        Apps.write(directory, "huge.csv", "1,2,3\n4,5,40000\n");
        Apps.write(directory, "spikes.csv", "tick,kind,key,to\n0,IN,1,a\n9,IN,1,a\n");
        Apps.write(directory, "spikes2.csv", "tick,kind,key,to\n0,IN,70000,a\n");
        Apps.write(directory, "spikes3.csv", "tick,kind,key,core\n");
        Apps.write(directory, "spikes4.csv", "# nothing\n");
        Apps.write(directory, "spikes5.csv", "tick,kind,key,to\n0,IN,1\n");
        Apps.write(directory, "spikes6.csv", "tick,kind,key,to\n0,IN,one,a\n");
        Apps.write(directory, "spikes7.csv", "tick,kind,key\n0,IN,1\n");
    }

    @Test
    void shouldBuildWhenNothingIsWrong() {
        assertThat(build(APP).chip().cores()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // keys and values
                "ticks: 4 | tick: 4 | 2: tick: unknown key, expected one of chip, ticks",
                "ticks: 4 | seed: 4 | 1: the key 'ticks' is missing",
                "ticks: 4 | ticks: 0 | 2: ticks: 0 is not allowed, expected a whole number in 1..",
                "ticks: 4 | ticks: 1.5 | 2: ticks: 1.5 is not allowed, expected a whole number",
                "ticks: 4 | ticks: many | 2: ticks: many is not allowed",
                "ticks: 4 | `ticks: 4\nticks: 5` | 3: ticks: is given twice",
                "ticks: 4 | `ticks: 4\nsamples: 0` | 3: samples: 0 is not allowed",
                "ticks: 4 | `ticks: 4\nseed: x` | 3: seed: x is not allowed",
                "ticks: 4 | ticks: [4 | not YAML",
                // chip
                "{mesh: 2x2} | {mesh: 65x2} | 1: chip.mesh: 65x2 is not allowed",
                "{mesh: 2x2} | {mehs: 2x2} | 1: chip.mehs: unknown key",
                "{mesh: 2x2} | `{mesh: 2x2,\n core: {lanes: 0}}` | 2: chip.core.lanes: 0 is not allowed, expected 1..1024",
                "{mesh: 2x2} | {mesh: 1x1} | the app has 2 cores, the 1x1 chip has 1",
                "{mesh: 2x2} | nochip.yaml | nochip.yaml: no such file",
                "{mesh: 2x2} | {mesh: 2x2, core: {memory_bytes: 64}} | 7: cores[1]: core 'b': region",
                // cores
                "name: b | name: a | 7: cores[1]: the name 'a' is taken",
                "name: b | name: host | 7: cores[1]: the name 'host' is taken",
                "program: b.asm | program: c.asm | 8: cores[1].program: program ",
                "program: b.asm | program: builtin:ssnnbp/nil.asm | is not allowed, expected a program that ships",
                "program: b.asm | program: bad.asm | bad.asm:1:7: ",
                "program: b.asm | `program: b.asm\n    params: {N: 3}` | no .param declares 'N'",
                "program: b.asm | `program: b.asm\n    params: {N: x}` | 9: cores[1].params.N: x is not allowed",
                "program: b.asm | `program: b.asm\n    node: 4` | 9: cores[1].node: 4 is not allowed, expected a whole number in 0..3",
                "program: b.asm | `program: b.asm\n    at: [2, 0]` | 9: cores[1].at: [2, 0] is not allowed on the 2x2 chip",
                "program: b.asm | `program: b.asm\n    at: [1]` | 9: cores[1].at: a list is not allowed, expected a list of 2",
                "program: b.asm | `program: b.asm\n    node: 1\n    at: [1, 0]` | 10: cores[1].at: cannot stand beside 'node'",
                "program: b.asm | `program: b.asm\n    node: 1\n  - {name: c, program: b.asm, node: 1}` | 10: cores[2]: node 1 is taken",
                // arrays and data
                "array: {type: sram} | array: {type: dram} | 6: cores[0].array.type: dram is not allowed, expected crossbar or sram",
                "array: {type: sram} | array: {type: sram, device: {type: ideal}} | 6: cores[0].array.device: belongs to a crossbar",
                "array: {type: sram} | array: {type: crossbar, step: 2} | 6: cores[0].array.step: belongs to an sram",
                "array: {type: sram} | array: {type: crossbar, device: {type: magic}} | 6: cores[0].array.device.type: ",
                "array: {type: sram} | array: {type: crossbar, device: {step: 1}} | 6: cores[0].array.device: the key 'type' is missing",
                "array: {type: sram} | array: {type: crossbar, device: {type: ideal, stp: 1}} | 6: cores[0].array.device.stp: ",
                "array: {type: sram} | array: {type: crossbar, read_noise: -1} | 6: cores[0].array.read_noise: -1 is not allowed",
                "array: {type: sram} | node: 0 | 4: cores[0]: the key 'array' is missing, the program declares W s16 2 x 3",
                "program: b.asm | `program: b.asm\n    array: {type: sram}` | 9: cores[1].array: the program of core 'b' declares no .array",
                "type: sram} | type: sram, weights: w.csv} | w.csv:2: 'x' is not allowed, expected a number",
                "type: sram} | type: sram, weights: no.csv} | 6: cores[0].array.weights: ",
                "type: sram} | type: sram, weights: short.csv} | 3 values do not fill 2 x 3, expected 6",
                "type: sram} | type: sram, weights: huge.csv} | W: 40000.0 is not allowed, expected -32768..32767",
                "type: sram} | type: sram, weights: {uniform: [2, 1]}} | the lowest value comes first",
                "type: sram} | type: sram, weights: {uniform: 2}} | 6: cores[0].array.weights.uniform: 2 is not allowed",
                "type: sram} | type: sram, weights: {normal: [0, -1]}} | the deviation is negative",
                "type: sram} | type: sram, weights: {}} | one of the keys constant, uniform, normal, glorot is missing",
                "program: b.asm | `program: b.asm\n    data: {q: {constant: 1}}` | data: q: the program of core 'b' has no region",
                "program: b.asm | `program: b.asm\n    data: {m: {constant: 200}}` | m: 200.0 is not allowed, expected -128..127",
                "program: b.asm | `program: b.asm\n    data: {m: [1, 2]}` | 2 values do not fill 1 x 3",
                // routes
                "from: b | from: c | 10: routes[0]: there is no core 'c'",
                "from: b | from: host | 10: routes[0].from: the host needs no route",
                "kind: OUT | kind: OTU | 10: routes[0]: no program knows the packet kind 'OTU', expected one of [IN, OUT]",
                "to: host | to: a | 10: routes[0]: the program of core 'a' has no handler for OUT",
                "to: host | to: [host, host] | 10: routes[0].to[1]: 'host' is given twice",
                "to: host | to: [] | 10: routes[0].to: at least one receiver",
                "to: host | to: host, keys: [3, 1] | 10: routes[0].keys: [3, 1] is empty",
                "to: host | to: host, keys: [0, 1], offset: -1 | 10: routes[0].offset: moves keys [0, 1] out of",
                // stimulus
                "rate: 0.1 | rate: -1 | 12: stimulus[0].poisson.rate: -1 is not allowed",
                "rate: 0.1 | rate: .nan | 12: not YAML: Malformed numeric value",
                "{to: a, kind: IN, keys | {to: b, kind: IN, keys | 12: stimulus[0].poisson: the program of core 'b' has no handler",
                "{to: a, kind: IN, keys | {to: host, kind: IN, keys | the host cannot be a receiver",
                "tick: 0 | tick: 4 | 13: stimulus[1].spikes[0]: tick 4 is not allowed, expected -1..3",
                "tick: 0 | tick: -2 | 13: stimulus[1].spikes[0].tick: -2 is not allowed",
                "[{tick: 0, kind: IN, key: 1, to: a}] | spikes.csv | spikes.csv:3: tick 9 is not allowed",
                "[{tick: 0, kind: IN, key: 1, to: a}] | spikes2.csv | spikes2.csv:2: key: 70000 is not allowed, expected 0..65535",
                "[{tick: 0, kind: IN, key: 1, to: a}] | spikes3.csv | spikes3.csv:1: unknown column 'core'",
                "[{tick: 0, kind: IN, key: 1, to: a}] | spikes4.csv | spikes4.csv: no header line",
                "[{tick: 0, kind: IN, key: 1, to: a}] | spikes5.csv | spikes5.csv:2: 3 fields, expected 4",
                "[{tick: 0, kind: IN, key: 1, to: a}] | spikes6.csv | spikes6.csv:2: key: 'one' is not allowed",
                "[{tick: 0, kind: IN, key: 1, to: a}] | spikes7.csv | spikes7.csv:1: the column 'to' is missing",
                "spikes: [{tick | spiks: [{tick | 13: stimulus[1].spiks: unknown key",
                "spikes: [{tick: 0, kind: IN, key: 1, to: a}] | images: {dataset: cifar, to: a, kind: IN} | 13: stimulus[1].images: data set",
                "spikes: [{tick: 0, kind: IN, key: 1, to: a}] | images: {dataset: mnist, first: 10000, to: a, kind: IN} | images.first: 10000 is not allowed",
                "spikes: [{tick: 0, kind: IN, key: 1, to: a}] | images: {files: [a], to: a, kind: IN} | images.files: a list is not allowed",
                "spikes: [{tick: 0, kind: IN, key: 1, to: a}] | images: {files: [a, b], split: test, to: a, kind: IN} | split: belongs to 'dataset'",
                "spikes: [{tick: 0, kind: IN, key: 1, to: a}] | images: {files: [w.csv, b], to: a, kind: IN} | w.csv: wrong magic number",
                // probes
                "region: u | region: v | 15: probes[0]: the program of core 'a' has no region 'v'",
                "region: u | probe: u | 15: probes[0]: the program of core 'a' has no .probe 'u', expected one of []",
                "region: u | probe: u, region: u | 15: probes[0].region: cannot stand beside 'probe'",
                "region: u | region: W | 15: probes[0]: a synapse array is watched with 'every: sample'",
                "region: u | region: u, every: week | 15: probes[0].every: week is not allowed, expected tick or sample",
                "core: a, region | core: c, region | there is no core 'c'",
                "out: u.csv | out: ../u.csv | 15: probes[0].out: ../u.csv is not allowed, expected a file name without",
                "out: u.csv | out: host.csv | 15: probes[0].out: the file 'host.csv' is taken",
            })
    void shouldNameThePlaceWhenAValueIsWrong(final String right, final String wrong, final String message) {
        assertThat(APP).contains(right);

        assertThatThrownBy(() -> build(APP.replaceFirst(Pattern.quote(right), wrong)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldRefuseACrossbarThatIsLargerThanATile() {
        assertThatThrownBy(() -> build(APP.replace("{mesh: 2x2}", "{mesh: 2x2, tile: {columns: 2}}")
                        .replace("{type: sram}", "{type: crossbar}")))
                .hasMessageContaining("array 'W' of core 'a' has 2 x 3 synapses, the chip's tiles have 1024 x 2");
    }

    @Test
    void shouldRefuseAWatchOnAProgramThatIsNeverAtABarrierOfItsOwn() {
        Apps.write(
                directory,
                "a.asm",
                ".array W s16 [2][3]\n.mem u s32 [3]\n.on IN = a.acc u, W, key\n.on DRAIN d\nd: bar\n");

        assertThatThrownBy(() -> build(APP)).hasMessageContaining("use 'every: sample'");
    }

    private AppChip build(final String app) {
        final AppChip chip = new AppChip(AppReader.read(Apps.write(directory, "app.yaml", app)));
        new ProbeLogs(chip, null, null).close();
        return chip;
    }
}
