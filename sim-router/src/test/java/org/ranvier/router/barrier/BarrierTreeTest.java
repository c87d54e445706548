package org.ranvier.router.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.fabric.BarrierSequencer;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.MeshSpec;

class BarrierTreeTest {
    private final Scheduler scheduler = new Scheduler();
    private final Ledger ledger = new Ledger();
    private final List<String> log = new ArrayList<>();
    private int next;
    private int last = 3;
    private final BarrierTree barrier = build(MeshSpec.parse("5x3"), new BarrierSpec(2, 3));

    private BarrierTree build(final MeshSpec mesh, final BarrierSpec spec) {
        return new BarrierTree(scheduler, mesh, spec, cycle -> next < last ? next++ : BarrierSequencer.HALT, ledger);
    }

    private int join(final int node) {
        return barrier.branch(0).join(node, (cycle, event) -> log.add(node + ":" + event + "@" + cycle));
    }

    @Test
    void shouldReleaseByDistanceWhenTheChipIsQuiet() {
        // The root is router (2, 1), node 7.
        final int centre = join(7);
        final int corner = join(0);
        final int host = join(16);
        assertThat(barrier.depth()).isEqualTo(3);
        assertThat(barrier.edges()).isEqualTo(5);
        barrier.start(10);
        scheduler.runThrough(40);
        assertThat(log).containsExactly("7:0@13", "16:0@17", "0:0@19");
        log.clear();

        barrier.branch(0).arrive(centre, 40);
        barrier.branch(0).arrive(host, 45);
        scheduler.runThrough(90);
        assertThat(log).isEmpty();
        assertThat(barrier.status()).isEqualTo("waiting for 1 of 3 members at nodes 0; 0 packets not handled");
        barrier.branch(0).arrive(corner, 100);
        scheduler.runThrough(200);

        assertThat(log).containsExactly("7:1@109", "16:1@113", "0:1@115");
        assertThat(barrier.cost(centre)).isEqualTo(9);
        assertThat(barrier.cost(host)).isEqualTo(13);
        assertThat(barrier.cost(corner)).isEqualTo(15);
        // Down at the start; up and down at the barrier.
        assertThat(ledger.rows().get(0).counts()[0]).isEqualTo(15);
    }

    @Test
    void shouldWaitForTheLastCopyWhenAllHaveArrived() {
        final int member = join(7);
        barrier.start(0);
        scheduler.runThrough(10);
        log.clear();
        barrier.branch(0).sent(3);
        barrier.branch(0).arrive(member, 20);
        barrier.branch(0).handled(21);
        barrier.branch(0).handled(30);
        scheduler.runThrough(40);
        assertThat(log).isEmpty();
        assertThat(barrier.outstanding()).isEqualTo(1);
        barrier.branch(0).handled(50);
        scheduler.runThrough(100);

        assertThat(log).containsExactly("7:1@53");
    }

    @Test
    void shouldNotReleaseWhenAPacketIsSentInTheCycleOfTheLastArrival() {
        final int member = join(7);
        barrier.start(0);
        scheduler.runThrough(10);
        log.clear();
        barrier.branch(0).arrive(member, 20);
        barrier.branch(0).sent(1);
        scheduler.runThrough(100);
        assertThat(log).isEmpty();
        barrier.branch(0).handled(100 + 1);
        scheduler.runThrough(200);

        assertThat(log).containsExactly("7:1@104");
    }

    @Test
    void shouldKeepEarlyMembersForTheNextBarrierWhenOthersAreReleasedLate() {
        final int[] members = new int[2];
        members[0] = barrier.branch(0).join(7, (cycle, event) -> {
            log.add("7:" + event + "@" + cycle);
            barrier.branch(0).arrive(members[0], cycle);
        });
        members[1] = join(0);
        barrier.start(0);
        scheduler.runThrough(100);

        assertThat(log).containsExactly("7:0@3", "0:0@9");
        assertThat(barrier.missing()).isEqualTo(1);
        barrier.branch(0).arrive(members[1], 101);
        scheduler.runThrough(200);
        assertThat(log).containsExactly("7:0@3", "0:0@9", "7:1@110", "0:1@116");
    }

    @Test
    void shouldStayHaltedUntilStartedWhenTheSequencerHalts() {
        last = 1;
        final int member = join(7);
        assertThat(barrier.halted()).isTrue();
        barrier.start(0);
        assertThat(barrier.halted()).isFalse();
        scheduler.runThrough(10);
        barrier.branch(0).arrive(member, 10);
        scheduler.runThrough(100);

        assertThat(barrier.halted()).isTrue();
        assertThat(scheduler.cycle()).isEqualTo(13);
        assertThat(barrier.status()).isEqualTo("halted");
        assertThatThrownBy(() -> barrier.branch(0).arrive(member, 20))
                .isInstanceOf(ModelViolationException.class)
                .hasMessageContaining("member 0 arrives while halted");
        last = 2;
        barrier.start(50);
        scheduler.runThrough(100);
        assertThat(log).containsExactly("7:0@3", "7:1@53");
    }

    @Test
    void shouldRefuseAMemberWhenItArrivesTwice() {
        join(0);
        final int member = join(7);
        barrier.start(0);
        scheduler.runThrough(20);
        barrier.branch(0).arrive(member, 21);

        assertThatThrownBy(() -> barrier.branch(0).arrive(member, 22)).hasMessageContaining("member 1 arrives twice");
        assertThatThrownBy(() -> barrier.start(22)).hasMessageContaining("started while it runs");
        assertThatThrownBy(() -> barrier.save(new StateWriter())).hasMessageContaining("saved only while halted");
    }

    @Test
    void shouldCarryTokensOverWhenRestored() {
        last = 1;
        final int member = join(9);
        barrier.start(0);
        scheduler.runThrough(30);
        barrier.branch(0).arrive(member, 31);
        scheduler.runThrough(100);
        final StateWriter image = new StateWriter();
        barrier.save(image);
        final long tokens = ledger.rows().get(0).counts()[0];
        assertThat(tokens).isEqualTo(2 * 2);

        ledger.rows().get(0).counts()[0] = 0;
        barrier.restore(new StateReader(image.toByteArray()));
        last = 2;
        barrier.start(200);
        scheduler.runThrough(300);

        assertThat(ledger.rows().get(0).counts()[0]).isEqualTo(tokens + 2);
        assertThat(log).containsExactly("9:0@7", "9:1@207");
    }
}
