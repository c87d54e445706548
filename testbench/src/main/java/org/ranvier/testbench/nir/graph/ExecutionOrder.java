package org.ranvier.testbench.nir.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.FlatGraph.Link;

/**
 * The order in which nodes are computed in a step, and the edges that close a cycle. A depth-first walk from the Inputs finds both: an edge
 * back to a node that the walk is still inside of is recurrent, and the reverse of the order in which the walk leaves nodes respects all
 * other edges. Feed-forward networks thus have no recurrent edge, and in a recurrent layer the edge back to the neurons is. What is walked
 * last comes first, so the walk takes names from the last to the first.
 */
final class ExecutionOrder {
    private static final int NEW = 0;
    private static final int INSIDE = 1;
    private static final int DONE = 2;

    private final FlatGraph graph;
    private final int[][] successors;
    private final int[] order;
    private final Set<Link> recurrent = new HashSet<>();

    /**
     * Orders a graph.
     *
     * @param graph the graph
     * @throws ConfigurationException beginning with a path, when a cycle has no node with a state
     */
    ExecutionOrder(final FlatGraph graph) {
        this.graph = graph;
        final int nodes = graph.paths().size();
        final List<List<Integer>> lists = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            lists.add(new ArrayList<>());
        }
        graph.links().forEach(link -> lists.get(link.from()).add(link.to()));
        successors = lists.stream()
                .map(list -> list.stream()
                        .sorted(Comparator.reverseOrder())
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
        requireState();
        order = walk(false);
    }

    /** @return indices of nodes in the order in which they are computed */
    int[] order() {
        return order;
    }

    /** @return the edges that bring what was given in the step before */
    Set<Link> recurrent() {
        return recurrent;
    }

    /** Looks for a cycle among the nodes that have no state. */
    private void requireState() {
        walk(true);
        recurrent.stream()
                .min((a, b) -> graph.paths().get(a.to()).compareTo(graph.paths().get(b.to())))
                .ifPresent(link -> {
                    throw new ConfigurationException(graph.paths().get(link.to()) + ": it is on a cycle by way of "
                            + graph.paths().get(link.from())
                            + " in which no node has a state (a neuron, a Delay), so it cannot be computed");
                });
    }

    private int[] walk(final boolean statelessOnly) {
        final int nodes = successors.length;
        final int[] reversed = new int[nodes];
        final int[] state = new int[nodes];
        int done = nodes;
        // What no Input reaches is entered at a node with a state, whose shape does not depend on what feeds it.
        final List<Predicate<Operation>> passes =
                List.of(op -> op instanceof final Port port && port.input(), Operation::stateful, op -> true);
        for (final Predicate<Operation> pass : passes) {
            for (int start = nodes - 1; start >= 0; start--) {
                if (state[start] == NEW && pass.test(graph.operations().get(start)) && follows(start, statelessOnly)) {
                    done = visit(start, state, reversed, done, statelessOnly);
                }
            }
        }
        return Arrays.copyOfRange(reversed, done, nodes);
    }

    private boolean follows(final int node, final boolean statelessOnly) {
        return !statelessOnly || !graph.operations().get(node).stateful();
    }

    /** Not recursive: a chain may be as long as a graph has nodes. */
    private int visit(
            final int start, final int[] state, final int[] reversed, final int done, final boolean statelessOnly) {
        final int[] next = new int[successors.length];
        final Deque<Integer> inside = new ArrayDeque<>();
        int free = done;
        inside.push(start);
        state[start] = INSIDE;
        while (!inside.isEmpty()) {
            final int node = inside.peek();
            if (next[node] == successors[node].length) {
                state[node] = DONE;
                reversed[--free] = node;
                inside.pop();
                continue;
            }
            final int to = successors[node][next[node]++];
            if (state[to] == INSIDE) {
                recurrent.add(new Link(node, to));
            } else if (state[to] == NEW && follows(to, statelessOnly)) {
                state[to] = INSIDE;
                inside.push(to);
            }
        }
        return free;
    }
}
