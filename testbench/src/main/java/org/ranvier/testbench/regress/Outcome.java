package org.ranvier.testbench.regress;

import java.util.List;

/**
 * What comes of holding a run against its recording.
 *
 * @param header what was recorded
 * @param equal whether it is the same, or as near as is asked for
 * @param first the first divergence, or null
 * @param counters counters that differ in the sample of the first divergence
 * @param figures figures of the whole run that differ by more than is allowed
 * @param notes what else is not as it was: programs, specification
 * @param compared what agreed
 */
public record Outcome(
        RecordingHeader header,
        boolean equal,
        Divergence first,
        List<ResultDifference> counters,
        List<ResultDifference> figures,
        List<String> notes,
        Totals compared) {}
