package org.ranvier.testbench.noc;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.jctools.queues.varhandle.SpscVarHandleArrayQueue;
import org.ranvier.core.error.ConfigurationException;

/**
 * Writes rows of text on a thread of its own, so that the simulation does not wait for the disk.
 *
 * <p>Rows go through a bounded queue into a file beside the target, which takes the target's name on {@link #complete}. A writer
 * that is closed without it leaves nothing behind, or, when the run can be resumed, the rows so far. Used by one simulating thread.
 */
final class RowWriter implements AutoCloseable {
    private static final int QUEUED_ROWS = 1 << 14;
    private static final String END = new String("end");
    private static final String SYNC = new String("sync");

    private final Path target;
    private final Path partial;
    private final boolean kept;
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private final BufferedWriter out;
    private final SpscVarHandleArrayQueue<String> queue = new SpscVarHandleArrayQueue<>(QUEUED_ROWS);
    private final IdleStrategy producerIdle = new BackoffIdleStrategy();
    private final Thread thread;
    private volatile IOException failure;
    private volatile int synced;
    private int syncs;
    private boolean finished;

    /**
     * How far a file had come.
     *
     * @param length bytes of its rows
     * @param crc CRC-32C of them
     */
    record Mark(long length, long crc) {}

    private RowWriter(final Path file, final Path partial, final boolean kept, final Mark from) {
        target = file.toAbsolutePath();
        this.partial = partial;
        this.kept = kept;
        try {
            channel = FileChannel.open(
                    partial, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            goTo(from);
        } catch (final IOException e) {
            throw unwritable(e);
        }
        out = new BufferedWriter(new OutputStreamWriter(
                new CheckedOutputStream(Channels.newOutputStream(channel), checksum), StandardCharsets.UTF_8));
        thread = new Thread(this::drain, "row-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins a file of which nothing is left when the writer is closed before it is complete. */
    static RowWriter temporary(final Path file, final String header) {
        final Path target = file.toAbsolutePath();
        try {
            final Path partial = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".tmp");
            return new RowWriter(file, partial, false, new Mark(0, 0)).begin(header);
        } catch (final IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Begins a file that another process can go on with. */
    static RowWriter kept(final Path file, final String header) {
        return new RowWriter(file, partial(file), true, new Mark(0, 0)).begin(header);
    }

    /**
     * Goes on with a file, behind a mark.
     *
     * @throws ConfigurationException when its rows are not those before the mark
     */
    static RowWriter resumed(final Path file, final Mark mark) {
        final Path partial = partial(file);
        try {
            // The rows may have been complete already, with only tests or files of results behind them missing.
            if (Files.notExists(partial) && Files.exists(file)) {
                final Path copy = partial.resolveSibling(partial.getFileName() + ".tmp");
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                Files.move(copy, partial, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (final IOException e) {
            throw unwritable(file, e);
        }
        return new RowWriter(file, partial, true, mark);
    }

    private static Path partial(final Path file) {
        final Path target = file.toAbsolutePath();
        return target.resolveSibling("." + target.getFileName() + ".partial");
    }

    private void goTo(final Mark mark) throws IOException {
        final CheckedInputStream rows = new CheckedInputStream(Channels.newInputStream(channel), checksum);
        final byte[] block = new byte[1 << 16];
        long left = mark.length();
        int read = 0;
        while (left > 0 && read >= 0) {
            read = rows.read(block, 0, (int) Math.min(left, block.length));
            left -= Math.max(0, read);
        }
        if (left > 0 || checksum.getValue() != mark.crc()) {
            channel.close();
            throw new ConfigurationException(
                    target + ": its rows up to the checkpoint, in " + partial + ", are missing or altered");
        }
        channel.truncate(mark.length());
        channel.position(mark.length());
    }

    private RowWriter begin(final String header) {
        add(header);
        return this;
    }

    void add(final String row) {
        while (!queue.offer(row)) {
            producerIdle.idle();
        }
        producerIdle.reset();
    }

    /** Waits until all rows so far are on the disk, and says where that is. */
    Mark sync() {
        add(SYNC);
        syncs++;
        while (synced != syncs) {
            producerIdle.idle();
        }
        producerIdle.reset();
        try {
            if (failure != null) {
                throw failure;
            }
            return new Mark(channel.position(), checksum.getValue());
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    private void drain() {
        final IdleStrategy idle = new BackoffIdleStrategy();
        while (true) {
            final String row = queue.poll();
            if (row == END) {
                return;
            }
            if (row == null) {
                idle.idle();
            } else {
                idle.reset();
                write(row);
            }
        }
    }

    /** After a failure rows are still taken, so that the simulation is not held up; the failure is reported at the end. */
    private void write(final String row) {
        try {
            if (row == SYNC) {
                out.flush();
                channel.force(false);
            } else if (failure == null) {
                out.write(row);
                out.write('\n');
            }
        } catch (final IOException e) {
            failure = e;
        }
        if (row == SYNC) {
            synced++;
        }
    }

    /** Writes what is left and gives the file its name. */
    void complete() {
        try {
            finish();
            if (failure != null) {
                throw failure;
            }
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        try {
            finish();
            if (!kept) {
                Files.deleteIfExists(partial);
            }
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    private void finish() throws IOException {
        if (!finished) {
            finished = true;
            add(END);
            try {
                thread.join();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            out.close();
        }
    }

    private ConfigurationException unwritable(final IOException cause) {
        return unwritable(target, cause);
    }

    private static ConfigurationException unwritable(final Path file, final IOException cause) {
        return new ConfigurationException(file + ": cannot be written: " + cause.getMessage(), cause);
    }
}
