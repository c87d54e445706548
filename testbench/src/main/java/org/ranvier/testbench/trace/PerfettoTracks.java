package org.ranvier.testbench.trace;

import org.ranvier.testbench.trace.PerfettoSchema.Track;

/** Declares tracks: groups, which the viewer takes for processes, with tracks and counters in them in the order of their declaration. */
final class PerfettoTracks {
    private final PerfettoFile file;
    private long last;
    private long group;
    private int groups;
    private int rank;

    PerfettoTracks(final PerfettoFile file) {
        this.file = file;
    }

    /** Begins a group. */
    void group(final String name) {
        group = ++last;
        rank = 0;
        groups++;
        file.track(new ProtoMessage()
                .number(Track.UUID, group)
                .text(Track.NAME, name)
                .message(
                        Track.PROCESS,
                        new ProtoMessage().number(Track.PROCESS_PID, groups).text(Track.PROCESS_NAME, name))
                .number(Track.CHILD_ORDERING, Track.EXPLICIT));
    }

    /** Adds a track of slices to the group. */
    PerfettoTrack slices(final String name) {
        file.track(child(name));
        return new PerfettoTrack(last);
    }

    /** Adds a counter to the group. */
    PerfettoTrack counter(final String name, final String unit) {
        file.track(child(name).message(Track.COUNTER, new ProtoMessage().text(Track.COUNTER_UNIT_NAME, unit)));
        return new PerfettoTrack(last);
    }

    private ProtoMessage child(final String name) {
        return new ProtoMessage()
                .number(Track.UUID, ++last)
                .number(Track.PARENT_UUID, group)
                .text(Track.NAME, name)
                .number(Track.RANK, rank++);
    }
}
