package org.ranvier.testbench.noc;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.jctools.queues.varhandle.SpscVarHandleArrayQueue;
import org.ranvier.core.error.ConfigurationException;

/**
 * Writes rows of text on a thread of its own, so that the simulation does not wait for the disk.
 *
 * <p>Rows go through a bounded queue into a temporary file beside the target, which takes the target's name on
 * {@link #complete}; a writer that is closed without it leaves nothing behind. Used by one simulating thread.
 */
final class RowWriter implements AutoCloseable {
    private static final int QUEUED_ROWS = 1 << 14;
    private static final String END = new String("end");

    private final Path target;
    private final Path temporary;
    private final BufferedWriter out;
    private final SpscVarHandleArrayQueue<String> queue = new SpscVarHandleArrayQueue<>(QUEUED_ROWS);
    private final IdleStrategy producerIdle = new BackoffIdleStrategy();
    private final Thread thread;
    private volatile IOException failure;
    private boolean finished;

    RowWriter(final Path file, final String header) {
        target = file.toAbsolutePath();
        try {
            temporary = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".tmp");
            out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw unwritable(e);
        }
        thread = new Thread(this::drain, "row-writer");
        thread.setDaemon(true);
        thread.start();
        add(header);
    }

    void add(final String row) {
        while (!queue.offer(row)) {
            producerIdle.idle();
        }
        producerIdle.reset();
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
        if (failure == null) {
            try {
                out.write(row);
                out.write('\n');
            } catch (final IOException e) {
                failure = e;
            }
        }
    }

    /** Writes what is left and gives the file its name. */
    void complete() {
        try {
            finish();
            if (failure != null) {
                throw failure;
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        try {
            finish();
            Files.deleteIfExists(temporary);
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
        return new ConfigurationException(target + ": cannot be written: " + cause.getMessage(), cause);
    }
}
