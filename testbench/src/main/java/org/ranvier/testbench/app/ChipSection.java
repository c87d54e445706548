package org.ranvier.testbench.app;

import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.config.ChipFile;
import org.ranvier.testbench.yaml.YamlNode;

/** Reads the {@code chip} of an app: the mapping that a chip file holds, or the name of such a file. */
final class ChipSection {
    private ChipSection() {}

    /**
     * Reads the section.
     *
     * @param node the value of {@code chip}, or null for the default chip
     * @param base the directory that a relative file name starts from
     * @return the chip
     */
    static ChipSpec read(final YamlNode node, final Path base) {
        if (node == null) {
            return ChipSpec.DEFAULT;
        }
        if (node.isText()) {
            return node.locate(() -> ChipFile.load(base.resolve(node.text())));
        }
        if (!node.isMap()) {
            throw node.refuse("a mapping or the name of a chip file");
        }
        try {
            return ChipFile.of(node.plain());
        } catch (final ConfigurationException e) {
            throw placed(node, e);
        }
    }

    /** The message begins with the key; the value of that key knows its line. */
    private static ConfigurationException placed(final YamlNode node, final ConfigurationException problem) {
        final String message = problem.getMessage();
        final int end = message.indexOf(": ");
        final YamlNode culprit = end < 0 ? null : node.find(message.substring(0, end));
        return culprit == null ? node.error(message) : culprit.error(message.substring(end + 2));
    }
}
