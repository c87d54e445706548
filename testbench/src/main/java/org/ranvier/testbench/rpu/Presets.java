package org.ranvier.testbench.rpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.Devices;
import org.ranvier.rpu.Periphery;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.yaml.YamlFile;
import org.ranvier.testbench.yaml.YamlMap;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * Device presets by name or from a user's YAML file. Built-in presets are the files of the resource folder {@code presets}: a
 * new file is a new preset.
 */
public final class Presets {
    private static final String FOLDER = "presets/";
    private static final String SUFFIX = ".yaml";
    private static final List<String> NAMES = list();

    private Presets() {}

    /** @return the built-in presets, in alphabetical order */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Finds a device by whatever the user calls it.
     *
     * @param name a device type, a preset (in any case), or a file whose name ends in {@code .yaml}
     * @return the device
     * @throws ConfigurationException when there is none, or naming what is wrong in the file
     */
    public static DeviceSpec device(final String name) {
        return load(name).device();
    }

    /**
     * Loads a preset; a device type counts as the preset of its usual options.
     *
     * @param name a preset (in any case), a device type, or a file whose name ends in {@code .yaml}
     * @return the preset
     * @throws ConfigurationException when there is none, or naming what is wrong in the file
     */
    public static Preset load(final String name) {
        if (name.endsWith(SUFFIX)) {
            return read(YamlFile.read(Path.of(name)));
        }
        for (final DeviceSpec type : Devices.types()) {
            if (type.type().equals(name)) {
                return new Preset(
                        name,
                        "Device type with its usual options.",
                        "none",
                        type,
                        NamedSet.none(),
                        NamedSet.none(),
                        NamedSet.none());
            }
        }
        final String known = NAMES.stream()
                .filter(preset -> preset.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        try (InputStream resource = Presets.class.getResourceAsStream(FOLDER + known + SUFFIX)) {
            final String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return read(YamlFile.parse(known + SUFFIX, text));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigurationException unknown(final String name) {
        return ConfigurationException.of(
                "preset",
                name,
                "one of "
                        + Stream.concat(Devices.types().stream().map(DeviceSpec::type), NAMES.stream())
                                .collect(Collectors.joining(", "))
                        + " or a FILE.yaml");
    }

    private static Preset read(final YamlNode top) {
        final YamlMap map = top.map("name", "description", "source", "device", "periphery");
        final String name = map.get("name").text();
        final String description = map.get("description").text();
        final String source = map.get("source").text();
        final DeviceSpec device = DeviceReader.read(map.get("device"));
        final YamlMap periphery = map.get("periphery").map("forward", "backward", "update");
        return new Preset(
                name,
                description,
                source,
                device,
                reads(periphery.get("forward")),
                reads(periphery.get("backward")),
                updates(periphery.get("update")));
    }

    private static NamedSet reads(final YamlNode node) {
        final NamedSet set = NamedSet.read(node);
        node.locate(() -> set.reads(Periphery.defaults().forward()));
        return set;
    }

    private static NamedSet updates(final YamlNode node) {
        final NamedSet set = NamedSet.read(node);
        node.locate(() -> set.updates(Periphery.defaults().update()));
        return set;
    }

    /** Lists the folder, which is a directory while the program is built and in a jar afterwards. */
    private static List<String> list() {
        try {
            final URI folder = Presets.class.getResource("Presets.class").toURI();
            if (!folder.getScheme().equals("jar")) {
                return list(Path.of(folder).resolveSibling(FOLDER));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return list(jar.provider().getPath(folder).resolveSibling(FOLDER));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> list(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        }
    }
}
