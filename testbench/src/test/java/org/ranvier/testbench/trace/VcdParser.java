package org.ranvier.testbench.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/**
 * Reads a four-state value change dump strictly by IEEE Std 1364-2005, section 18.2: the grammar of 18.2.1, the formats of 18.2.2 and the
 * keywords of 18.2.3. What the section does not allow is an error. It shares nothing with what writes such files.
 */
final class VcdParser {
    private static final Set<String> TYPES = Set.of(
            "event",
            "integer",
            "parameter",
            "real",
            "realtime",
            "reg",
            "supply0",
            "supply1",
            "time",
            "tri",
            "triand",
            "trior",
            "trireg",
            "tri0",
            "tri1",
            "wand",
            "wire",
            "wor");
    private static final Set<String> SCOPES = Set.of("begin", "fork", "function", "module", "task");
    private static final Set<String> DUMPS = Set.of("$dumpall", "$dumpoff", "$dumpon", "$dumpvars");
    private static final Pattern IDENTIFIER = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_$]*");
    private static final Pattern RANGE = Pattern.compile("\\[([0-9]+)(:([0-9]+))?\\]");
    private static final Pattern SCALE = Pattern.compile("(1|10|100) ?(s|ms|us|ns|ps|fs)");

    private final StringTokenizer tokens;
    private final Map<String, Signal> byCode = new HashMap<>();
    private final Map<String, Signal> byName = new LinkedHashMap<>();
    private final Deque<String> scopes = new ArrayDeque<>();
    private String timescale;
    private long time = -1;

    /** A change: from this time on the value is this one, in binary. */
    record Change(long time, String value) {}

    /** A variable and all its changes. */
    static final class Signal {
        final int bits;
        final List<Change> changes = new ArrayList<>();

        Signal(final int bits) {
            this.bits = bits;
        }

        /** @return its value at a time as a number; null for x */
        Long at(final long when) {
            String value = null;
            for (final Change change : changes) {
                if (change.time > when) {
                    break;
                }
                value = change.value;
            }
            return value == null || value.contains("x") ? null : Long.valueOf(Long.parseUnsignedLong(value, 2));
        }
    }

    VcdParser(final byte[] file) {
        for (final byte b : file) {
            require(b >= ' ' && b <= '~' || b == '\n', "byte " + b);
        }
        tokens = new StringTokenizer(new String(file, StandardCharsets.US_ASCII), " \n");
        declarations();
        changes();
    }

    String timescale() {
        return timescale;
    }

    long end() {
        return time;
    }

    Map<String, Signal> signals() {
        return byName;
    }

    Signal signal(final String name) {
        require(byName.containsKey(name), "no signal " + name);
        return byName.get(name);
    }

    private void declarations() {
        while (true) {
            final String keyword = tokens.nextToken();
            final List<String> body = body();
            switch (keyword) {
                case "$comment", "$date", "$version" -> {}
                case "$timescale" -> {
                    timescale = String.join(" ", body);
                    require(SCALE.matcher(timescale).matches(), timescale);
                }
                case "$scope" -> {
                    require(body.size() == 2 && SCOPES.contains(body.get(0)), "scope " + body);
                    require(IDENTIFIER.matcher(body.get(1)).matches(), "scope " + body);
                    scopes.addLast(body.get(1));
                }
                case "$upscope" -> {
                    require(body.isEmpty(), "upscope " + body);
                    scopes.removeLast();
                }
                case "$var" -> declare(body);
                case "$enddefinitions" -> {
                    require(body.isEmpty() && scopes.isEmpty(), "enddefinitions " + body + scopes);
                    return;
                }
                default -> throw new IllegalArgumentException("declaration " + keyword);
            }
        }
    }

    private List<String> body() {
        final List<String> words = new ArrayList<>();
        for (String word = tokens.nextToken(); !word.equals("$end"); word = tokens.nextToken()) {
            words.add(word);
        }
        return words;
    }

    private void declare(final List<String> body) {
        require(body.size() == 4 || body.size() == 5, "var " + body);
        require(TYPES.contains(body.get(0)), "type " + body);
        require(body.get(2).chars().allMatch(c -> c >= '!' && c <= '~'), "code " + body);
        require(IDENTIFIER.matcher(body.get(3)).matches(), "name " + body);
        final int bits = Integer.parseInt(body.get(1));
        if (body.size() == 5) {
            final var range = RANGE.matcher(body.get(4));
            require(range.matches(), "range " + body);
            final int width = range.group(3) == null
                    ? 1
                    : Math.abs(Integer.parseInt(range.group(1)) - Integer.parseInt(range.group(3))) + 1;
            require(width == bits, "range " + body);
        }
        final Signal signal = new Signal(bits);
        require(byCode.put(body.get(2), signal) == null, "code twice " + body);
        require(byName.put(String.join(".", scopes) + "." + body.get(3), signal) == null, "name twice " + body);
    }

    private void changes() {
        while (tokens.hasMoreTokens()) {
            final String token = tokens.nextToken();
            if (token.startsWith("#")) {
                final long next = Long.parseLong(token.substring(1));
                require(next > time, "time " + token + " after " + time);
                time = next;
            } else if (token.equals("$comment")) {
                body();
            } else if (DUMPS.contains(token)) {
                for (String word = tokens.nextToken(); !word.equals("$end"); word = tokens.nextToken()) {
                    change(word);
                }
                byName.forEach((name, signal) -> require(!signal.changes.isEmpty(), "not dumped: " + name));
            } else {
                change(token);
            }
        }
    }

    private void change(final String token) {
        require(time >= 0, "a value before the first time: " + token);
        final boolean vector = "bB".indexOf(token.charAt(0)) >= 0;
        final String value = vector ? token.substring(1) : token.substring(0, 1);
        final String code = vector ? tokens.nextToken() : token.substring(1);
        final Signal signal = byCode.get(code);
        require(signal != null, "code " + code);
        require(value.matches("[01xXzZ]+") && value.length() <= signal.bits, "value " + token);
        require(vector == signal.bits > 1, "format of " + token);
        if (!signal.changes.isEmpty()) {
            final Change last = signal.changes.get(signal.changes.size() - 1);
            require(!last.value.equals(value), "no change: " + token);
            require(last.time < time, "two changes at " + time + ": " + token);
        }
        signal.changes.add(new Change(time, value));
    }

    private static void require(final boolean condition, final String what) {
        if (!condition) {
            throw new IllegalArgumentException(what);
        }
    }
}
