package org.ranvier.testbench.energy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.Nearest;

/** Energy profiles by name or from a YAML file; {@code docs/design/energy.md} describes the form of the file. */
public final class EnergyProfiles {
    /** The profile of a run that names none: it prices every event. */
    public static final String DEFAULT = "rpu-45nm";

    private static final String KEY = "energy profile";

    /** The default with a converter of 9 bit at every sensed line instead of a comparator. */
    public static final String CONVERTERS = "rpu-45nm-converters";

    /** The default with the lowest, the middle and the highest of three sourced prices for a 9-bit conversion. */
    public static final List<String> CONVERTER_PRICES =
            List.of("rpu-45nm-adc-low", "rpu-45nm-adc-middle", "rpu-45nm-adc-high");

    private static final List<String> NAMES = Stream.of(
                    List.of(DEFAULT, CONVERTERS),
                    CONVERTER_PRICES,
                    List.of("horowitz-45nm"),
                    List.of("loihi-davies2018", "loihi-sanafe", "loihi-frady2020"),
                    List.of("truenorth", "truenorth-aggregate", "truenorth-mesh"),
                    List.of("odin", "odin-aggregate", "spinnaker1"))
            .flatMap(List::stream)
            .toList();

    private EnergyProfiles() {}

    /** @return the built-in profiles, the default first */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Loads a profile.
     *
     * @param nameOrFile one of {@link #names}, or a file whose name ends in {@code .yaml}
     * @return the profile
     * @throws ConfigurationException when there is no such profile; or naming the file and the key that is unknown, missing or
     *     out of range
     */
    public static EnergyProfile load(final String nameOrFile) {
        try {
            if (NAMES.contains(nameOrFile)) {
                return builtIn(nameOrFile);
            }
            if (nameOrFile.endsWith(".yaml")) {
                return ProfileFile.parse(nameOrFile, Files.readAllBytes(Path.of(nameOrFile)));
            }
        } catch (final IOException e) {
            throw new ConfigurationException(nameOrFile + ": cannot be read: " + e.getMessage(), e);
        }
        throw ConfigurationException.of(
                KEY,
                nameOrFile,
                "one of " + String.join(", ", NAMES) + " or a FILE.yaml" + Nearest.hint(nameOrFile, NAMES));
    }

    /**
     * Loads a profile for counts of one vocabulary.
     *
     * @param nameOrFile one of {@link #names}, or a file whose name ends in {@code .yaml}
     * @param vocabulary what is counted
     * @return the profile
     * @throws ConfigurationException as {@link #load(String)}, and when the profile prices something else
     */
    public static EnergyProfile load(final String nameOrFile, final Vocabulary vocabulary) {
        return checked(KEY, load(nameOrFile), vocabulary);
    }

    /** Only built-in profiles serve as a base, so a file says everything that the simulator does not. */
    static EnergyProfile base(final String name, final Vocabulary vocabulary) {
        if (!NAMES.contains(name)) {
            throw ConfigurationException.of(
                    "base", name, "one of " + String.join(", ", NAMES) + Nearest.hint(name, NAMES));
        }
        return checked("base", load(name), vocabulary);
    }

    private static EnergyProfile checked(final String key, final EnergyProfile profile, final Vocabulary vocabulary) {
        if (profile.vocabulary() != vocabulary) {
            throw ConfigurationException.of(
                    key,
                    profile.name(),
                    "a profile of " + vocabulary.meaning() + ", as these are counted: "
                            + NAMES.stream()
                                    .filter(name -> load(name).vocabulary() == vocabulary)
                                    .collect(Collectors.joining(", "))
                            + " or a FILE.yaml");
        }
        return profile;
    }

    private static EnergyProfile builtIn(final String name) throws IOException {
        try (InputStream resource = EnergyProfiles.class.getResourceAsStream("profiles/" + name + ".yaml")) {
            return ProfileFile.parse(name, resource.readAllBytes());
        }
    }
}
