package org.ranvier.testbench.sweep;

import org.ranvier.testbench.yaml.YamlNode;

/**
 * Something that varies: an option, or a field of the YAML file that an option names.
 *
 * @param name {@code OPTION} or {@code OPTION.FIELD}, without dashes in front, e.g. {@code eta}, {@code chip.router.virtual_channels}
 * @param node where the sweep file names it first
 */
record Parameter(String name, YamlNode node) {
    /** @return whether it is a field of a file */
    boolean isField() {
        return name.indexOf('.') >= 0;
    }

    /** @return the option that it is, or whose file it is in */
    String option() {
        return isField() ? name.substring(0, name.indexOf('.')) : name;
    }

    /** @return the field, keys joined by dots */
    String field() {
        return name.substring(name.indexOf('.') + 1);
    }
}
