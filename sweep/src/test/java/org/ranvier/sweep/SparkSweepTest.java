package org.ranvier.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.testbench.cli.Main;

/** A sweep through the program, on Spark within the process and without it. */
class SparkSweepTest {
    private static final String SWEEP = """
            command: noc sweep --mesh 2x2 --traffic uniform --rates 0.2 --warm-up 100 --window 500
            seeds: [1, 2]
            files:
              config: {virtualChannels: 2, bufferFlits: 4, routingDelay: 0, creditDelay: 0, speculative: false,
                vcAllocator: islip, switchAllocator: islip}
            grid:
              config.virtualChannels: [1, 2, 99]
              config.bufferFlits: [2, 4]
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldGiveTheSameBytesWhenDoneByOneCoreByTwoOrWithoutSpark() throws IOException {
        final Path one = sweep("local[1]");
        final Path two = sweep("local[2]");
        final Path loop = sweep("loop[2]");
        for (final Path other : List.of(two, loop)) {
            // Parquet's footer has sets in no order, so its rows are compared, not its bytes.
            assertThat(text(other.resolve("results.parquet"))).isEqualTo(text(one.resolve("results.parquet")));
            assertThat(other.resolve("results.csv")).hasSameBinaryContentAs(one.resolve("results.csv"));
            assertThat(other.resolve("report.html")).hasSameBinaryContentAs(one.resolve("report.html"));
        }
        assertThat(Files.readAllLines(one.resolve("results.csv"))).hasSize(13);
    }

    @Test
    void shouldHaveTheRowsOfTheCsvWhenParquetIsRead() throws IOException {
        final Path done = sweep("loop[1]");
        final List<String> csv = Files.readAllLines(done.resolve("results.csv"));
        final List<String> names = List.of(csv.get(0).split(","));
        final List<Group> rows = rows(done.resolve("results.parquet"));
        assertThat(rows).hasSize(12);
        assertThat(names).contains("id", "config.virtualChannels", "exit_code", "error", "avg_packet_latency");
        for (int i = 0; i < rows.size(); i++) {
            final Group row = rows.get(i);
            final List<String> cells = new ArrayList<>();
            for (int column = 0; column < names.size(); column++) {
                assertThat(row.getType().getFieldName(column)).isEqualTo(names.get(column));
                cells.add(row.getFieldRepetitionCount(column) == 0 ? "" : row.getValueToString(column, 0));
            }
            final boolean failed =
                    cells.get(names.indexOf("config.virtualChannels")).equals("99");
            assertThat(cells.get(names.indexOf("exit_code"))).isEqualTo(failed ? "2" : "0");
            assertThat(cells.get(names.indexOf("avg_packet_latency")).isEmpty()).isEqualTo(failed);
            assertThat(csv.get(i + 1).replace("\"", "")).isEqualTo(String.join(",", cells));
        }
    }

    private Path sweep(final String master) throws IOException {
        final Path file = Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
        final Path out = folder.resolve(master);
        final StringWriter err = new StringWriter();
        final int code = Main.run(
                new String[] {"sweep", file.toString(), "--master", master, "--out", out.toString()},
                new PrintWriter(new StringWriter()),
                new PrintWriter(err));
        assertThat(code).as("%s", err).isEqualTo(1);
        return out;
    }

    private static String text(final Path file) throws IOException {
        final List<Group> rows = rows(file);
        return rows.get(0).getType() + rows.toString();
    }

    private static List<Group> rows(final Path file) throws IOException {
        final List<Group> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = new Reader(new LocalInputFile(file)).build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The library's own reader of groups takes a path of Hadoop's file systems only. */
    private static final class Reader extends ParquetReader.Builder<Group> {
        Reader(final InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
