/**
 * The report of a run: one HTML file that needs nothing else.
 *
 * <p>While a run goes on, {@link org.ranvier.testbench.report.RunRecorder} observes its chip and leaves {@code report-data.json}
 * beside {@code summary.json}; afterwards {@link org.ranvier.testbench.report.ReportPage} makes a page of the files alone, so a
 * report can be written again at any time. {@code docs/design/report.md} has the format. Not thread-safe.
 */
package org.ranvier.testbench.report;
