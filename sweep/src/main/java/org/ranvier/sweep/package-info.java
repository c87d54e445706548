/**
 * Sweeps on Apache Spark: runs as tasks of one job, and their table as Parquet.
 *
 * <p>The only module that knows Spark, Hadoop and Parquet; the program finds it as a service and does not contain it. Depends on
 * {@code org.ranvier.testbench.sweep}. A backend may be used by one thread at a time.
 */
package org.ranvier.sweep;
