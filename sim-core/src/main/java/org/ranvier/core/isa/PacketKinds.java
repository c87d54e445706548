package org.ranvier.core.isa;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.packet.Packet;

/** The packet kinds of a chip by name; all programs of a chip share one, and a name gets its number when it is first used. */
public final class PacketKinds {
    private final List<String> names = new ArrayList<>();

    /**
     * Finds or adds a kind.
     *
     * @param name its name, e.g. {@code SPK}
     * @return its number
     */
    public int number(final String name) {
        final int known = names.indexOf(name);
        if (known >= 0) {
            return known;
        }
        if (names.size() > Packet.MAX_KIND) {
            throw ConfigurationException.of(
                    "packet kind", name, "at most " + (Packet.MAX_KIND + 1) + " kinds on a chip");
        }
        names.add(name);
        return names.size() - 1;
    }

    /** @return the name of a kind */
    public String name(final int number) {
        return names.get(number);
    }

    /** @return kinds known so far */
    public int count() {
        return names.size();
    }
}
