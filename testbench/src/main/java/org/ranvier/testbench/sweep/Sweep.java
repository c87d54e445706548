package org.ranvier.testbench.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * What a sweep file says.
 *
 * @param title what the report is called
 * @param folder where the file is; paths in it begin there
 * @param command the word {@code command} of the file
 * @param words the command line that all runs share
 * @param files by option, the YAML files whose fields vary: a mapping, or the path of one
 * @param seeds every point is run with each; empty when the command takes none
 * @param parameters what varies, in the order of the columns
 * @param points values by parameter; null leaves an option as it is
 * @param metrics what is kept of a run, in the order of the columns; empty for everything
 * @param maximise the metric that should be large, or null
 * @param minimise the metric that should be small, or null
 */
record Sweep(
        String title,
        Path folder,
        YamlNode command,
        List<String> words,
        Map<String, YamlNode> files,
        List<Long> seeds,
        List<Parameter> parameters,
        List<Map<String, Object>> points,
        List<String> metrics,
        String maximise,
        String minimise) {}
