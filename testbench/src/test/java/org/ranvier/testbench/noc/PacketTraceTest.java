package org.ranvier.testbench.noc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.router.MeshSpec;

class PacketTraceTest {
    @Test
    void shouldReadColumnsByNameWhenOrderDiffersAndMoreAreGiven() throws IOException {
        final PacketTrace trace = read("# note\nsize,dst,note,src,time\n1,3+5,x,2,10\n");

        assertThat(trace.packets()).containsExactly(new PacketTrace.Entry(3, 10, 2, List.of(3, 5), 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,x,3,1 | t.csv:2: src: 'x' is not allowed, expected a whole number in 0..2147483647",
                "-1,0,3,1 | t.csv:2: time: -1 is not allowed, expected 0..576460752303423487",
                "0,0,3,0 | t.csv:2: size: 0 is not allowed, expected 1..65536",
                "0,0,3+3,1 | t.csv:2: dst: 3+3 is not allowed, expected each node once",
                "0,0,3 | t.csv:2: 0,0,3 is not allowed, expected a value in column size"
            })
    void shouldNameFileLineAndValueWhenALineIsBad(final String line, final String message) {
        assertThatThrownBy(() -> read("time,src,dst,size\n" + line + "\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void shouldNameTheColumnWhenTheHeaderLacksOne() {
        assertThatThrownBy(() -> read("time,src,dst\n"))
                .hasMessage("t.csv:1: header: time,src,dst is not allowed, expected a column size");
        assertThatThrownBy(() -> read("# empty\n")).hasMessageContaining("t.csv: no header line");
    }

    @Test
    void shouldNameTheLineWhenANodeIsNotInTheMesh() throws IOException {
        final PacketTrace trace = read("time,src,dst,size\n0,0,16,1\n0,0,20,1\n");

        assertThatThrownBy(() -> trace.check(MeshSpec.parse("4x4")))
                .hasMessage("t.csv:3: dst: 20 is not allowed, expected 0..19");
    }

    @Test
    void shouldReportOneRowPerLeafWhenAPacketIsMulticast(@TempDir final Path directory) throws IOException {
        final PacketTrace trace = read("time,src,dst,size\n5,0,15+1+0,1\n0,3,3,2\n");
        final ReplayResult result = TraceReplay.run(MeshSpec.parse("4x4"), RouterConfig.load("c4"), trace, 1);
        final Path file = directory.resolve("out.csv");

        TraceReplay.write(result, file);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "id,src,dst,size,ctime,itime,atime_head,atime_tail,hops",
                        "0,0,15,1,5,5,42,42,7",
                        "0,0,1,1,5,5,17,17,2",
                        "0,0,0,1,5,5,12,12,1",
                        "1,3,3,2,0,0,7,8,1");
        assertThat(result.summary().packets()).isEqualTo(4);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void shouldNameTheKeyWhenAConfigurationFileIsBad(@TempDir final Path directory) throws IOException {
        final String good = "virtualChannels: 2\nbufferFlits: 4\nroutingDelay: 0\ncreditDelay: 0\nspeculative: false\n"
                + "vcAllocator: islip\nswitchAllocator: islip\n";
        final Path file = directory.resolve("own.yaml");
        Files.writeString(file, good);
        assertThat(RouterConfig.load(file.toString()).bufferFlits()).isEqualTo(4);

        Files.writeString(file, good + "buffers: 3\n");
        assertThatThrownBy(() -> RouterConfig.load(file.toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("own.yaml: buffers: ");
        Files.writeString(file, good.replace("bufferFlits: 4", "bufferFlits: 0"));
        assertThatThrownBy(() -> RouterConfig.load(file.toString()))
                .hasMessage("router.bufferFlits: 0 is not allowed, expected 1..1024");
        Files.writeString(file, good.replace("creditDelay: 0\n", ""));
        assertThatThrownBy(() -> RouterConfig.load(file.toString())).hasMessageContaining("creditDelay");
        assertThatThrownBy(() -> RouterConfig.load("c9")).hasMessageContaining("c1, c4, l1");
    }

    private static PacketTrace read(final String text) throws IOException {
        return PacketTrace.read("t.csv", new BufferedReader(new StringReader(text)));
    }
}
