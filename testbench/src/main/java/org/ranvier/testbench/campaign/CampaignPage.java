package org.ranvier.testbench.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.ranvier.testbench.compare.Estimate;
import org.ranvier.testbench.plot.LinePlot;
import org.ranvier.testbench.report.Page;
import org.ranvier.testbench.report.Table;
import org.ranvier.testbench.text.Html;
import org.ranvier.testbench.text.Quantity;

/** The page of a campaign: for every fault the curves of accuracy lost and left and of energy an update against the rate, and a table. */
public final class CampaignPage {
    private static final double POINTS = 100;
    private static final String NOTHING = "&ndash;";

    private CampaignPage() {}

    /**
     * Makes the page.
     *
     * @param command the words behind {@code --}
     * @param version of the program
     * @param campaign the results
     * @return HTML in UTF-8 that needs nothing else
     */
    static String of(final List<String> command, final String version, final Campaign campaign) {
        final Map<String, String> sections = new LinkedHashMap<>();
        int number = 0;
        for (final FaultRates fault : campaign.faults()) {
            sections.put(Html.escape(fault.name()), section(fault, campaign, "f" + number));
            number++;
        }
        sections.put("Repeat it", "<pre>ranvier campaign DIR " + Html.escape(words(command, campaign)) + "</pre>");
        final String title = "Faults of " + Html.escape(String.join(" ", command));
        final RatePoint sound = campaign.sound();
        final String lead = "Accuracy " + share(sound.accuracy()) + " on a sound chip, "
                + sound.runs().size() + (sound.runs().size() == 1 ? " seed" : " seeds; means with standard errors")
                + ", ranvier " + Html.escape(version);
        return Page.of(title, lead, sections);
    }

    private static String words(final List<String> command, final Campaign campaign) {
        final StringBuilder words = new StringBuilder();
        for (final FaultRates fault : campaign.faults()) {
            final String text = fault.name();
            final int end = text.indexOf(':') >= 0 ? text.indexOf(':') : text.indexOf('=');
            words.append("--fault ")
                    .append(end < 0 ? text : text.substring(0, end))
                    .append('~');
            for (int i = 0; i < fault.faults().size(); i++) {
                words.append(i == 0 ? "" : ",").append(fault.faults().get(i).rate());
            }
            words.append(end < 0 ? "" : text.substring(end)).append(' ');
        }
        words.append("--seed ");
        final List<CampaignRun> sound = campaign.sound().runs();
        for (int i = 0; i < sound.size(); i++) {
            words.append(i == 0 ? "" : ",").append(sound.get(i).seed());
        }
        return words + " -- " + String.join(" ", command);
    }

    private static String section(final FaultRates fault, final Campaign campaign, final String id) {
        final List<RatePoint> points = campaign.curve(fault);
        final String lost = figure(
                plot(fault, "Accuracy lost", "points", points, campaign.sound(), RatePoint::lost, POINTS), id + "l");
        final String accuracy = figure(
                plot(fault, "Accuracy", "share of test images", points, campaign.sound(), RatePoint::accuracy, 1),
                id + "a");
        final double largest = points.stream()
                .mapToDouble(point -> point.energyPerUpdateJ().mean())
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        final Quantity.Scale scale = Quantity.scale(largest);
        final String energy = largest == 0
                ? ""
                : figure(
                        plot(
                                fault,
                                "Energy of a weight update",
                                scale.prefix() + "J",
                                points,
                                campaign.sound(),
                                RatePoint::energyPerUpdateJ,
                                scale.factor()),
                        id + "e");
        return "<div class=\"pair\">" + lost + accuracy + energy + "</div>" + table(fault, points, campaign.sound());
    }

    private static String figure(final LinePlot plot, final String id) {
        return "<figure>" + plot.inline(id) + "</figure>";
    }

    /** Draws one figure of the runs against the rate. */
    private static LinePlot plot(
            final FaultRates fault,
            final String title,
            final String vertical,
            final List<RatePoint> points,
            final RatePoint sound,
            final Function<RatePoint, Estimate> figure,
            final double factor) {
        final List<RatePoint> known = points.stream()
                .filter(point -> Double.isFinite(figure.apply(point).mean()))
                .toList();
        final double[] rates = known.stream().mapToDouble(RatePoint::rate).toArray();
        final double[] means =
                known.stream().mapToDouble(p -> factor * figure.apply(p).mean()).toArray();
        final double[] errors = known.stream()
                .mapToDouble(p -> finite(factor * figure.apply(p).standardError()))
                .toArray();
        final LinePlot plot = new LinePlot(title, fault.unit(), vertical).logarithmicHorizontally();
        if (rates.length > 0) {
            plot.measured(fault.name(), rates, means, errors);
        }
        final double reference = factor * figure.apply(sound).mean();
        if (Double.isFinite(reference)) {
            final double first = points.get(0).rate();
            final double last = points.get(points.size() - 1).rate();
            plot.line("sound chip", new double[] {first, last}, new double[] {reference, reference});
        }
        return plot;
    }

    private static double finite(final double value) {
        return Double.isFinite(value) ? value : 0;
    }

    private static String table(final FaultRates fault, final List<RatePoint> points, final RatePoint sound) {
        final Table table = new Table(
                Html.escape(fault.unit()),
                "faults a run",
                "accuracy",
                "points lost",
                "energy an update",
                "failed runs");
        row(table, "0", sound);
        for (final RatePoint point : points) {
            row(table, Double.toString(point.rate()), point);
        }
        return table.html();
    }

    private static void row(final Table table, final String rate, final RatePoint point) {
        table.row(
                rate,
                String.format(Locale.ROOT, "%,.1f", point.happened()),
                share(point.accuracy()),
                points(point.lost()),
                energy(point.energyPerUpdateJ()),
                failed(point));
    }

    private static String failed(final RatePoint point) {
        return point.runs().stream()
                .filter(run -> !run.succeeded())
                .map(run -> "seed " + run.seed() + ": " + Html.escape(run.error()))
                .reduce((a, b) -> a + "<br>" + b)
                .orElse("0");
    }

    private static String share(final Estimate estimate) {
        return text(estimate, value -> String.format(Locale.ROOT, "%.4f", value));
    }

    private static String points(final Estimate estimate) {
        return text(estimate, value -> String.format(Locale.ROOT, "%.2f", POINTS * value));
    }

    private static String energy(final Estimate estimate) {
        return text(estimate, value -> Quantity.of(value, "J"));
    }

    private static String text(final Estimate estimate, final Function<Double, String> format) {
        if (!Double.isFinite(estimate.mean())) {
            return NOTHING;
        }
        return format.apply(estimate.mean())
                + (Double.isFinite(estimate.standardError())
                        ? " &plusmn; " + format.apply(estimate.standardError())
                        : "");
    }
}
