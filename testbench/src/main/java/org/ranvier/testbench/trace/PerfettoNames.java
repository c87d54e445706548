package org.ranvier.testbench.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.testbench.trace.PerfettoSchema.Interned;

/** Names of slices and of their arguments by number, so that each is in the file once. */
final class PerfettoNames {
    private final Map<String, Integer> events = new LinkedHashMap<>();
    private final Map<String, Integer> arguments = new LinkedHashMap<>();

    /** @return the number of a slice's name, from 1 */
    int event(final String name) {
        return number(events, name);
    }

    /** @return the number of an argument's name, from 1 */
    int argument(final String name) {
        return number(arguments, name);
    }

    private static int number(final Map<String, Integer> names, final String name) {
        return names.computeIfAbsent(name, added -> names.size() + 1);
    }

    /** @return all names so far, as {@code InternedData} */
    ProtoMessage data() {
        final ProtoMessage data = new ProtoMessage();
        events.forEach((name, number) -> data.message(Interned.EVENT_NAMES, entry(name, number)));
        arguments.forEach((name, number) -> data.message(Interned.ARGUMENT_NAMES, entry(name, number)));
        return data;
    }

    private static ProtoMessage entry(final String name, final int number) {
        return new ProtoMessage().number(Interned.IID, number).text(Interned.NAME, name);
    }
}
