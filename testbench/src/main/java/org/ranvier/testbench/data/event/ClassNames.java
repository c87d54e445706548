package org.ranvier.testbench.data.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.error.ConfigurationException;

/** Labels for classes that are given by name. */
final class ClassNames {
    private static final int MOST = 1 << 16;
    private static final String NUMBER = "\\d{1,9}";

    private ClassNames() {}

    /**
     * Numbers classes: names that are all numbers are their labels, others are counted in the order of names.
     *
     * @param names in any order, with repetitions
     * @return label by name
     */
    static Map<String, Integer> labels(final Collection<String> names) {
        final Map<String, Integer> labels = new TreeMap<>();
        names.forEach(name -> labels.put(name, 0));
        final boolean numbers = labels.keySet().stream().allMatch(name -> name.matches(NUMBER));
        int next = 0;
        for (final Map.Entry<String, Integer> entry : labels.entrySet()) {
            entry.setValue(numbers ? Integer.parseInt(entry.getKey()) : next++);
            ConfigurationException.checkRange("label of class " + entry.getKey(), entry.getValue(), 0, MOST - 1);
        }
        return labels;
    }

    /**
     * Lists names by label.
     *
     * @param labels label by name
     * @return the names from label 0 on; the number itself where a label has no name
     */
    static List<String> inOrder(final Map<String, Integer> labels) {
        final int size = labels.isEmpty() ? 0 : Collections.max(labels.values()) + 1;
        final List<String> names = new ArrayList<>(numbers(size));
        labels.forEach((name, label) -> names.set(label, name));
        return List.copyOf(names);
    }

    /**
     * Names classes by their labels.
     *
     * @param size how many
     * @return "0", "1" and so on
     */
    static List<String> numbers(final int size) {
        final List<String> names = new ArrayList<>(size);
        for (int label = 0; label < size; label++) {
            names.add(Integer.toString(label));
        }
        return List.copyOf(names);
    }
}
