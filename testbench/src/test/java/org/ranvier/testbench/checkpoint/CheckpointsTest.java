package org.ranvier.testbench.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/** A run is saved when it should be, and goes on from there. */
class CheckpointsTest {
    private static final String PROGRAM = "1";
    private static final int STEPS = 20;

    @TempDir
    private Path directory;

    private final List<Long> savedAt = new ArrayList<>();

    private static CheckpointHeader header(final String hash) {
        return new CheckpointHeader(PROGRAM, List.of("count"), "/here", Map.of("file", hash), 0, false);
    }

    private Checkpoint found() {
        return Checkpoint.load(directory, PROGRAM);
    }

    /** Adds up what a step is worth, two samples each; every seventh is a milestone. May break down before a step. */
    private final class Sum implements Course {
        private final int breakdown;
        private int step;
        private long sum;

        Sum(final int breakdown) {
            this.breakdown = breakdown;
        }

        @Override
        public boolean isDone() {
            return step == STEPS;
        }

        @Override
        public void advance() {
            if (step == breakdown) {
                throw new IllegalStateException("breaks down");
            }
            step++;
            sum = sum * 31 + step;
        }

        @Override
        public long samples() {
            return 2L * step;
        }

        @Override
        public boolean isMilestone() {
            return step % 7 == 0;
        }

        @Override
        public void save(final StateWriter out) {
            savedAt.add(samples());
            out.section("sum").putInt(step).putLong(sum);
        }

        @Override
        public void restore(final StateReader in) {
            step = in.section("sum").getInt();
            sum = in.getLong();
        }
    }

    private void begin(final Course course) {
        try (Checkpoints checkpoints = Checkpoints.of(directory, 6, header("a"))) {
            checkpoints.run(course);
        }
    }

    @Test
    void shouldRefuseARunThatIsUnderWay() {
        try (Checkpoints running = Checkpoints.of(directory, 6, header("a"))) {
            final String message = directory + ": another process is running it";
            assertThatThrownBy(() -> Checkpoints.of(directory, 6, header("a"))).hasMessage(message);
            assertThatThrownBy(() -> Checkpoints.resumed(directory, 6, header("a"), found()))
                    .hasMessage(message);
            assertThatThrownBy(() -> Checkpoints.none(directory)).hasMessage(message);
            running.run(new Sum(STEPS));
        }
        assertThat(found().header().samples()).isEqualTo(34);
    }

    @Test
    void shouldSaveEverySoManySamplesAndAfterMilestones() {
        try (Checkpoints checkpoints = Checkpoints.of(directory, 6, header("a"))) {
            assertThat(found().hasState()).isFalse();

            checkpoints.run(new Sum(STEPS));

            assertThat(savedAt).containsExactly(6L, 12L, 14L, 20L, 26L, 28L, 34L);
            assertThat(found().header().finished()).isFalse();
            assertThat(found().header().samples()).isEqualTo(34);
            checkpoints.finish();
        }
        assertThat(found().header()).isEqualTo(header("a").over(40));
        assertThat(found().hasState()).isFalse();
    }

    @Test
    void shouldComeToTheSameWhereverItBroke() {
        final Sum whole = new Sum(STEPS);
        begin(whole);
        for (int breakdown = 0; breakdown < STEPS; breakdown++) {
            final Sum broken = new Sum(breakdown);
            assertThatThrownBy(() -> begin(broken)).hasMessage("breaks down");
            final Sum rest = new Sum(STEPS);
            try (Checkpoints second = Checkpoints.resumed(directory, 6, header("a"), found())) {
                assertThat(second.goesOn()).isEqualTo(breakdown >= 3);
                second.run(rest);
            }
            assertThat(rest.sum).as("broken before step %d", breakdown).isEqualTo(whole.sum);
        }
    }

    @Test
    void shouldRefuseToGoOnWithOtherInputs() {
        begin(new Sum(STEPS));

        assertThatThrownBy(() -> Checkpoints.resumed(directory, 6, header("b"), found()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(directory + ": file changed since the run began, so that it cannot be resumed");
    }

    @Test
    void shouldRefuseToGoOnSomewhereElse() throws IOException {
        begin(new Sum(STEPS));
        final Path other = Files.createDirectory(directory.resolve("other"));

        assertThatThrownBy(() -> Checkpoints.resumed(other, 6, header("a"), found()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(directory + ": holds the checkpoint of a run whose results go to " + other
                        + ", as seen from /here, where it was begun");
        final Path none = directory.resolve("none");
        assertThatThrownBy(() -> Checkpoints.resumed(none, 6, header("a"), found()))
                .hasMessageContaining("of a run whose results go to " + none);
        assertThat(none).doesNotExist();
    }

    @Test
    void shouldRefuseToGoOnFromWhatAnotherProcessHasLeftBehind() {
        assertThatThrownBy(() -> begin(new Sum(8))).hasMessage("breaks down");
        final Checkpoint before = found();
        try (Checkpoints first = Checkpoints.resumed(directory, 6, header("a"), before)) {
            first.run(new Sum(STEPS));
        }

        assertThatThrownBy(() -> Checkpoints.resumed(directory, 6, header("a"), before))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(directory + ": another process has run it on in the meantime");
        Checkpoints.resumed(directory, 6, header("a"), found()).close();
    }

    @Test
    void shouldDiscardTheCheckpointOfAnEarlierRunWhenItHasNone() {
        begin(new Sum(STEPS));

        try (Checkpoints none = Checkpoints.none(directory)) {
            none.run(new Sum(STEPS));
            none.finish();
            assertThat(none.goesOn()).isFalse();
        }
        assertThat(directory).isEmptyDirectory();
    }
}
