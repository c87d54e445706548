package org.ranvier.testbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.ranvier.testbench.text.Html;
import org.ranvier.testbench.text.Quantity;

/**
 * A number of a file on the page: rounded for people, exact for programs, with the place where it stands.
 *
 * <p>{@code <data value="0.941" data-at="/accuracy">0.9410</data>}; {@code data-at} is a JSON pointer into {@code summary.json},
 * or, after {@code data:}, into {@code report-data.json}. Nothing on the page computes a figure that a file has.
 */
final class Figure {
    static final String DATA = "data:";
    private static final String MISSING = "&ndash;";

    private Figure() {}

    /** Shows a quantity with a prefix and a unit. */
    static String quantity(final RunFiles files, final String pointer, final String unit) {
        final JsonNode node = files.at(pointer);
        return node.isNumber() ? element(node, pointer, Quantity.of(node.asDouble(), unit)) : MISSING;
    }

    /** Shows a share with four decimals. */
    static String share(final RunFiles files, final String pointer) {
        final JsonNode node = files.at(pointer);
        return node.isNumber() ? element(node, pointer, String.format(Locale.ROOT, "%.4f", node.asDouble())) : MISSING;
    }

    /** Shows a whole number in full, any other with three digits, and text as it is. */
    static String plain(final RunFiles files, final String pointer) {
        final JsonNode node = files.at(pointer);
        if (node.isIntegralNumber()) {
            return element(node, pointer, String.format(Locale.ROOT, "%,d", node.asLong()));
        }
        if (node.isNumber()) {
            return element(node, pointer, Quantity.digits(node.asDouble()));
        }
        return node.isMissingNode() || node.isNull()
                ? MISSING
                : Html.escape(node.isTextual() ? node.asText() : node.toString());
    }

    private static String element(final JsonNode node, final String pointer, final String text) {
        return "<data value=\"" + node.asText() + "\" data-at=\"" + Html.escape(pointer) + "\">" + text + "</data>";
    }
}
