package org.ranvier.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.ranvier.testbench.sweep.ResultTable;

/** Writes a table as one Parquet file: optional columns INT64, DOUBLE and UTF-8 strings, not compressed. */
final class ParquetTable {
    private ParquetTable() {}

    static byte[] bytes(final ResultTable table) {
        try {
            final Path directory = Files.createTempDirectory("ranvier-parquet");
            final Path file = directory.resolve("table.parquet");
            try {
                write(table, file);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(final ResultTable table, final Path file) throws IOException {
        final MessageType schema = schema(table.columns());
        final SimpleGroupFactory groups = new SimpleGroupFactory(schema);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .build()) {
            for (final List<Object> row : table.rows()) {
                writer.write(group(groups, row));
            }
        }
    }

    private static MessageType schema(final List<ResultTable.Column> columns) {
        final Types.MessageTypeBuilder schema = Types.buildMessage();
        for (final ResultTable.Column column : columns) {
            switch (column.type()) {
                case WHOLE -> schema.optional(PrimitiveTypeName.INT64).named(column.name());
                case REAL -> schema.optional(PrimitiveTypeName.DOUBLE).named(column.name());
                case TEXT ->
                    schema.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(column.name());
            }
        }
        return schema.named("runs");
    }

    private static Group group(final SimpleGroupFactory groups, final List<Object> row) {
        final Group group = groups.newGroup();
        for (int column = 0; column < row.size(); column++) {
            final Object value = row.get(column);
            if (value instanceof final Long whole) {
                group.add(column, whole.longValue());
            } else if (value instanceof final Double real) {
                group.add(column, real.doubleValue());
            } else if (value != null) {
                group.add(column, (String) value);
            }
        }
        return group;
    }
}
