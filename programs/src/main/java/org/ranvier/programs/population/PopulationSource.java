package org.ranvier.programs.population;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Writes the program of a tile.
 *
 * <p>Packets of projection k land in {@code in<k>}, in the row of their tick's parity. A tick first empties that row into {@code acc},
 * by way of a line of rows {@code d<k>} when the delay is longer than a tick. Every stride ticks a step follows: dynamics, spikes,
 * packets.
 */
final class PopulationSource {
    private static final int FIRST_LINE_REGISTER = 3;
    private static final int LAST_REGISTER = 15;

    private final PopulationNetwork network;
    private final Population population;
    private final int[] incoming;
    private final List<String> kinds;
    private final boolean biased;
    private final boolean resting;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param network the network
     * @param index the population
     */
    PopulationSource(final PopulationNetwork network, final int index) {
        this.network = network;
        this.population = network.populations().get(index);
        kinds = network.kinds(index);
        incoming = network.incoming(index);
        biased = Arrays.stream(population.bias()).anyMatch(bias -> bias != 0);
        resting = population.rest() != null && Arrays.stream(population.rest()).anyMatch(rest -> rest != 0);
    }

    /** @return the source; its parameter N is the number of the tile's neurons */
    String text() {
        memory();
        for (int k = 0; k < incoming.length; k++) {
            landing(k);
        }
        line(".on SAMPLE begin");
        line(".on PHASE0 tick");
        begin();
        tick();
        step();
        return text.toString();
    }

    /** @return the projections whose delay takes a line of rows, a register each; more than there are do not fit */
    static boolean fits(final PopulationNetwork network, final int index) {
        return Arrays.stream(network.incoming(index))
                        .filter(i -> network.projections().get(i).delay() > 1)
                        .count()
                <= LAST_REGISTER - FIRST_LINE_REGISTER + 1;
    }

    private void memory() {
        line(".param N=1");
        line(".reg rd=r1 wait=r2");
        line(".mem v,acc,t s32 [N]");
        if (population.dynamics().leaks()) {
            line(".mem rate s32 [N]");
        }
        if (resting) {
            line(".mem rest s32 [N]");
        }
        if (population.dynamics() == Dynamics.CURRENT) {
            line(".mem i,irate s32 [N]");
        }
        if (biased) {
            line(".mem bias s32 [N]");
        }
        switch (population.firing()) {
            case NEVER -> line(".mem all bit [N]");
            case TO_VALUE -> line(".mem th,after s32 [N]%n.mem f bit [N]");
            case SUBTRACT -> line(".mem th s32 [N]%n.mem f,g bit [N]");
            default -> line(".mem th s32 [N]%n.mem f bit [N]");
        }
    }

    private Projection projection(final int k) {
        return network.projections().get(incoming[k]);
    }

    private void landing(final int k) {
        final Projection projection = projection(k);
        line(".list tgt%d u8 [%d]", k, projection.rows().rows());
        line(
                ".list w%d s%d [%d] like tgt%d",
                k, projection.weightBits(), projection.rows().rows(), k);
        line(".mem in%d s32 [2][N]", k);
        line(".mem gain%d s32 [N]", k);
        if (projection.delay() > 1) {
            line(".mem d%d s32 [%d][N]", k, projection.delay() - 1);
            line(".reg p%d=r%d", k, lineRegister(k));
        }
        final String arrival = projection.values()
                ? ".on %s = v.scmac in%d[ep], tgt%d{key}, w%d{key}, pay"
                : ".on %s = v.scadd in%d[ep], tgt%d{key}, w%d{key}";
        line(arrival, PopulationNetwork.kind(k), k, k, k);
    }

    private int lineRegister(final int k) {
        int register = FIRST_LINE_REGISTER;
        for (int i = 0; i < k; i++) {
            register += projection(i).delay() > 1 ? 1 : 0;
        }
        return register;
    }

    private void begin() {
        line("begin: v.mov v,#0");
        line("v.mov acc,#0");
        if (population.dynamics() == Dynamics.CURRENT) {
            line("v.mov i,#0");
        }
        if (population.firing() == Firing.NEVER) {
            line("b.fill all,#1");
        }
        for (int k = 0; k < incoming.length; k++) {
            line("v.mov in%d,#0", k);
            if (projection(k).delay() > 1) {
                line("v.mov d%d,#0%ns.mov p%d,#0", k, k);
            }
        }
        line("s.mov rd,#0");
        line("s.mov wait,#%d", population.level());
        line("bar");
    }

    private void tick() {
        line(".phase forward%ntick:");
        for (int k = 0; k < incoming.length; k++) {
            line("v.mul.r t,in%d[rd],gain%d,#%d", k, k, projection(k).gainShift());
            if (projection(k).delay() > 1) {
                line("v.add acc,acc,d%d[p%d]%nv.mov d%d[p%d],t", k, k, k, k);
                line("s.incm p%d,#%d", k, projection(k).delay() - 1);
            } else {
                line("v.add acc,acc,t");
            }
            line("v.mov in%d[rd],#0", k);
        }
        line("s.incm rd,#2");
        line("beq wait,#0,step");
        line("s.sub wait,wait,#1");
        line("bar");
    }

    private void step() {
        line("step: s.mov wait,#%d", network.stride() - 1);
        if (biased) {
            line("v.add acc,acc,bias");
        }
        if (population.firing() == Firing.SUBTRACT) {
            line("c.gt g,v,th");
        }
        integrate();
        line("v.mov acc,#0");
        fire();
        line(".probe state v");
        line("bar");
    }

    private void integrate() {
        if (population.dynamics() == Dynamics.NONE) {
            line("v.mov v,acc");
            return;
        }
        if (population.dynamics() == Dynamics.CURRENT) {
            line("v.mul.r t,i,irate,#%d%nv.sub i,i,t%nv.add i,i,acc", Population.RATE_BITS);
        }
        if (resting) {
            line("v.sub t,rest,v%nv.mul.r t,t,rate,#%d%nv.add v,v,t", Population.RATE_BITS);
        } else if (population.dynamics().leaks()) {
            line("v.mul.r t,v,rate,#%d%nv.sub v,v,t", Population.RATE_BITS);
        }
        line("v.add v,v,%s", population.dynamics() == Dynamics.CURRENT ? "i" : "acc");
    }

    private void fire() {
        switch (population.firing()) {
            case NEVER -> {
                if (!kinds.isEmpty()) {
                    line("v.shr.r t,v,#%d", population.payloadShift());
                    send("p.eachv %s,all,t");
                }
            }
            case TO_VALUE -> {
                line("c.gt f,v,th%nv.mov v,after ?f");
                spikes();
            }
            case SUBTRACT -> {
                line("v.mov t,v%nv.sub t,t,th ?g%nc.gt f,t,th%nv.sub v,v,th ?f");
                spikes();
            }
            default -> {
                line("again: c.ge f,v,th%nbnone f,done%nv.sub v,v,th ?f");
                spikes();
                line("jmp again%ndone:");
            }
        }
    }

    private void spikes() {
        line(".probe spikes f");
        send("p.each %s,f");
    }

    private void send(final String instruction) {
        line(".phase communication");
        for (final String kind : kinds) {
            line(instruction, kind);
        }
        line(".phase forward");
    }

    private void line(final String format, final Object... values) {
        text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values))
                .append('\n');
    }
}
