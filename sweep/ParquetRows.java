import java.nio.file.Path;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;

/** Prints the schema and the rows of a Parquet file, for cluster-check. */
final class ParquetRows {
    public static void main(final String[] args) throws Exception {
        try (ParquetReader<Group> reader = new Builder(new LocalInputFile(Path.of(args[0]))).build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                System.out.println(row.getType());
                System.out.println(row);
            }
        }
    }

    private static final class Builder extends ParquetReader.Builder<Group> {
        Builder(final InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
