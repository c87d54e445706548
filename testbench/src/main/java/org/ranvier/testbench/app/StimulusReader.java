package org.ranvier.testbench.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ranvier.core.packet.Packet;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.yaml.YamlMap;
import org.ranvier.testbench.yaml.YamlNode;

/** Reads the {@code stimulus} of an app. */
final class StimulusReader {
    private static final int ANY = Integer.MAX_VALUE;

    private final Path base;

    /** @param base the directory that relative file names start from */
    StimulusReader(final Path base) {
        this.base = base;
    }

    /**
     * Reads the list.
     *
     * @param node the value of {@code stimulus}
     * @return the stimuli
     */
    List<StimulusSpec> read(final YamlNode node) {
        final List<StimulusSpec> stimuli = new ArrayList<>();
        for (final YamlNode item : node.itemOrItems()) {
            final YamlMap map = item.map("spikes", "poisson", "images");
            final String which = map.one("spikes", "poisson", "images");
            final YamlNode value = map.get(which);
            stimuli.add(
                    switch (which) {
                        case "spikes" -> spikes(value);
                        case "poisson" -> poisson(value, stimuli.size());
                        default -> images(value);
                    });
        }
        return stimuli;
    }

    private SpikeList spikes(final YamlNode node) {
        if (node.isText()) {
            return node.locate(() -> new SpikeList(new SpikeFile(base.resolve(node.text()), node).read()));
        }
        final List<SpikeList.Spike> spikes = new ArrayList<>();
        for (final YamlNode item : node.items()) {
            final YamlMap map = item.map("sample", "tick", "kind", "key", "payload", "to");
            spikes.add(new SpikeList.Spike(
                    item,
                    map.whole("sample", 0, 0, ANY - 1),
                    (int) map.get("tick").whole(SpikeList.LOAD, ANY),
                    map.get("kind").text(),
                    (int) map.get("key").whole(0, Packet.MAX_KEY),
                    map.whole("payload", 0, Integer.MIN_VALUE, ANY),
                    names(map.get("to"))));
        }
        return new SpikeList(spikes);
    }

    private static PoissonSpikes poisson(final YamlNode node, final int number) {
        final YamlMap map = node.map("to", "kind", "keys", "payload", "rate", "seed");
        final List<Integer> keys = AppReader.keys(map.get("keys"));
        return new PoissonSpikes(
                node,
                number,
                names(map.get("to")),
                map.get("kind").text(),
                keys.get(0),
                keys.get(1),
                map.whole("payload", 0, Integer.MIN_VALUE, ANY),
                map.get("rate").real(0, 1000),
                map.has("seed")
                        ? OptionalLong.of(map.get("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE))
                        : OptionalLong.empty());
    }

    private ImageSamples images(final YamlNode node) {
        final YamlMap map =
                node.map("dataset", "data_dir", "files", "split", "first", "samples", "to", "kind", "label");
        final ImageSet images = node.locate(() -> set(map));
        final int first = map.whole("first", 0, 0, images.count() - 1);
        final int samples = map.whole("samples", images.count() - first, 1, images.count() - first);
        return new ImageSamples(
                node,
                images,
                first,
                samples,
                names(map.get("to")),
                map.get("kind").text(),
                map.has("label") ? label(map.get("label")) : null);
    }

    private ImageSet set(final YamlMap map) {
        if (map.one("dataset", "files").equals("files")) {
            for (final String other : List.of("data_dir", "split")) {
                if (map.has(other)) {
                    throw map.get(other).error("belongs to 'dataset', not to 'files'");
                }
            }
            final YamlNode files = map.get("files");
            if (!files.isList() || files.items().size() != 2) {
                throw files.refuse("a list of two IDX files, images and labels");
            }
            return DataSets.load(
                    base.resolve(files.items().get(0).text()),
                    base.resolve(files.items().get(1).text()));
        }
        final Path directory =
                map.has("data_dir") ? base.resolve(map.get("data_dir").text()) : null;
        final DataSet set = DataSets.load(map.get("dataset").text(), directory);
        final boolean test =
                map.has("split") && map.get("split").choice("train", "test").equals("test");
        return test ? set.test() : set.requireTrain();
    }

    private static ImageSamples.Label label(final YamlNode node) {
        final YamlMap map = node.map("to", "kind", "payload");
        return new ImageSamples.Label(
                node, names(map.get("to")), map.get("kind").text(), map.whole("payload", 0, Integer.MIN_VALUE, ANY));
    }

    private static List<String> names(final YamlNode node) {
        return AppReader.names(node);
    }
}
