package org.ranvier.sweep;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.ranvier.testbench.sweep.RunTask;

/** How Spark is set up; what the user gives as {@code -Dspark.KEY=VALUE} comes first. */
final class SparkSettings {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String OPENS = "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED";

    private SparkSettings() {}

    static SparkConf of(final String master) {
        final SparkConf settings = new SparkConf()
                .setMaster(master)
                .setIfMissing("spark.app.name", "ranvier sweep")
                .setIfMissing("spark.ui.enabled", "false")
                // A second copy of a slow run would be thrown away, and it would take a core from the others.
                .setIfMissing("spark.speculation", "false")
                .setIfMissing("spark.executor.extraJavaOptions", OPENS + " -Xss4m -XX:+UseSerialGC");
        if (master.startsWith("local") || master.matches("spark://(127\\.0\\.0\\.1|localhost):\\d+")) {
            settings.setIfMissing("spark.driver.host", LOOPBACK).setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        if (!master.startsWith("local")) {
            settings.setIfMissing("spark.jars", jar(RunTask.class) + "," + jar(SparkSettings.class));
        }
        return settings;
    }

    /** The jar that a class is in, which workers fetch from here. */
    private static Path jar(final Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (final URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
