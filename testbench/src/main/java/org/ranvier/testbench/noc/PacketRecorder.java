package org.ranvier.testbench.noc;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.agrona.collections.Long2ObjectHashMap;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * Records every packet of a running chip as a trace that {@link TraceReplay} can repeat.
 *
 * <p>Columns {@code time,src,dst,size} as in any trace, then {@code itime,atime_head,atime_tail,hops} as they were on the chip;
 * a multicast has its destinations, arrivals and hops joined by {@code +}. Rows are in the order of creation, then of sources. The file appears
 * on {@link #complete}; a recorder that is closed without it, because the run failed, leaves none, unless the run can be resumed.
 */
public final class PacketRecorder implements FabricMonitor, Stateful, AutoCloseable {
    private static final String HEADER = "time,src,dst,size,itime,atime_head,atime_tail,hops";

    private final Path file;
    private final Fabric fabric;
    private RowWriter writer;

    /**
     * Packets that were queued and not all of whose copies have arrived, or that wait for an older one. By time of creation: a
     * sender may queue packets ahead. When the oldest has arrived, whatever is queued from then on is younger.
     */
    private final PriorityQueue<Record> order = new PriorityQueue<>(
            Comparator.comparingLong((Record record) -> record.time).thenComparingLong(record -> record.id));

    private final Long2ObjectHashMap<Record> open = new Long2ObjectHashMap<>();

    /** One packet on its way. */
    private static final class Record {
        private final long id;
        private final long time;
        private final int source;
        private final int leaves;
        private final long[] arrivals;
        private final int[] destinations;
        private final int[] hops;
        private long injected;
        private int delivered;

        Record(final long id, final long time, final int source, final int leaves) {
            this.id = id;
            this.time = time;
            this.source = source;
            this.leaves = leaves;
            arrivals = new long[leaves];
            destinations = new int[leaves];
            hops = new int[leaves];
        }

        /** Adds a copy; those of one cycle are kept by destination, whatever order they are told in. */
        void add(final int destination, final long arrived, final int routers) {
            int place = delivered++;
            while (place > 0 && arrivals[place - 1] == arrived && destinations[place - 1] > destination) {
                destinations[place] = destinations[place - 1];
                arrivals[place] = arrived;
                hops[place] = hops[place - 1];
                place--;
            }
            destinations[place] = destination;
            arrivals[place] = arrived;
            hops[place] = routers;
        }
    }

    /**
     * Starts recording.
     *
     * @param file the CSV file to write
     * @param fabric the fabric of the chip
     */
    public PacketRecorder(final Path file, final Fabric fabric) {
        this(file, fabric, RowWriter.temporary(file, HEADER));
    }

    private PacketRecorder(final Path file, final Fabric fabric, final RowWriter writer) {
        this.file = file;
        this.fabric = fabric;
        this.writer = writer;
        fabric.addMonitor(this);
    }

    /**
     * Starts recording a run that can be resumed: what is recorded up to a {@link #save} survives the process.
     *
     * @param file the CSV file to write
     * @param fabric the fabric of the chip
     * @return the recorder
     */
    public static PacketRecorder resumable(final Path file, final Fabric fabric) {
        return new PacketRecorder(file, fabric, RowWriter.kept(file, HEADER));
    }

    /**
     * Prepares to go on recording a run that is resumed.
     *
     * @param file the CSV file to write
     * @param fabric the fabric of the chip
     * @return the recorder, which must be restored before the chip runs
     */
    public static PacketRecorder resumed(final Path file, final Fabric fabric) {
        return new PacketRecorder(file, fabric, null);
    }

    @Override
    public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
        final Record record = new Record(id, cycle, source, fabric.leaves(route));
        order.add(record);
        open.put(id, record);
    }

    @Override
    public void delivered(
            final long id, final int destination, final long injected, final long arrived, final int hops) {
        final Record record = open.get(id);
        record.injected = injected;
        record.add(destination, arrived, hops);
        if (record.delivered == record.leaves) {
            open.remove(id);
            writeFinished();
        }
    }

    private void writeFinished() {
        while (!order.isEmpty() && order.peek().delivered == order.peek().leaves) {
            writer.add(row(order.remove()));
        }
    }

    private static String row(final Record record) {
        final StringBuilder destinations = new StringBuilder();
        final StringBuilder arrivals = new StringBuilder();
        final StringBuilder hops = new StringBuilder();
        for (int i = 0; i < record.leaves; i++) {
            final String separator = i == 0 ? "" : "+";
            destinations.append(separator).append(record.destinations[i]);
            arrivals.append(separator).append(record.arrivals[i]);
            hops.append(separator).append(record.hops[i]);
        }
        return record.time + "," + record.source + "," + destinations + ",1," + record.injected + "," + arrivals + ","
                + arrivals + "," + hops;
    }

    /** Stops recording and writes the file. */
    public void complete() {
        fabric.removeMonitor(this);
        writer.complete();
    }

    @Override
    public void close() {
        fabric.removeMonitor(this);
        if (writer != null) {
            writer.close();
        }
    }

    /** {@inheritDoc} Between samples, when no packet is under way. */
    @Override
    public void save(final StateWriter out) {
        final RowWriter.Mark mark = writer.sync();
        out.section("packets").putLong(mark.length()).putLong(mark.crc());
    }

    /**
     * {@inheritDoc} Rows behind those that were saved are dropped.
     *
     * @throws org.ranvier.core.error.ConfigurationException when the rows are not there any more
     */
    @Override
    public void restore(final StateReader in) {
        in.section("packets");
        writer = RowWriter.resumed(file, new RowWriter.Mark(in.getLong(), in.getLong()));
    }
}
