package org.ranvier.testbench.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** A headless Chromium that shows one page, driven by its DevTools protocol. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int PATIENCE_SECONDS = 60;
    private static final int POLL_MILLIS = 20;
    private static final int SETTLED = 3;
    private static final JsonMapper JSON = new JsonMapper();

    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final Process process;
    private final WebSocket socket;
    private int calls;

    private Browser(final Path profile, final URI page) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        page.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final HttpClient client = HttpClient.newHttpClient();
        socket = client.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .buildAsync(address(client, profile.resolve("DevToolsActivePort"), page), new Listener())
                .join();
        while (!evaluate("document.readyState").asText().equals("complete")) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** @return true when there is a browser to open pages with; says so when there is none */
    public static boolean isInstalled() {
        final boolean installed = Files.isExecutable(CHROMIUM);
        if (!installed) {
            System.out.println("skipped: no " + CHROMIUM + " to open the page with");
        }
        return installed;
    }

    /**
     * Opens a page.
     *
     * @param profile a directory of its own
     * @param page the file
     */
    public static Browser open(final Path profile, final Path page) throws IOException, InterruptedException {
        return new Browser(profile, page.toUri());
    }

    private static URI address(final HttpClient client, final Path port, final URI page)
            throws IOException, InterruptedException {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            if (Files.exists(port) && Files.size(port) > 0) {
                final String number =
                        Files.readString(port, StandardCharsets.UTF_8).split("\n")[0];
                final HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + number + "/json"))
                        .build();
                final String targets = client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body();
                for (final JsonNode target : JSON.readTree(targets)) {
                    if (target.path("url").asText().equals(page.toString())) {
                        return URI.create(target.path("webSocketDebuggerUrl").asText());
                    }
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new IOException("the browser did not open " + page);
    }

    /** Runs an expression in the page and returns its value. */
    public JsonNode evaluate(final String expression) throws IOException, InterruptedException {
        final ObjectNode parameters = JSON.createObjectNode();
        parameters.put("expression", expression).put("returnByValue", true);
        return call("Runtime.evaluate", parameters).path("result").path("value");
    }

    /** Gives the window a size, in CSS pixels. */
    public void resize(final int width, final int height) throws IOException, InterruptedException {
        final ObjectNode parameters = JSON.createObjectNode();
        parameters.put("width", width).put("height", height).put("deviceScaleFactor", 1);
        parameters.put("mobile", false);
        call("Emulation.setDeviceMetricsOverride", parameters);
        while (evaluate("innerWidth").asInt() != width) {
            Thread.sleep(POLL_MILLIS);
        }
        settle();
    }

    /** Waits until the page has stopped growing and shrinking: layout follows the window in its own time. */
    private void settle() throws IOException, InterruptedException {
        int height = -1;
        for (int same = 0; same < SETTLED; same++) {
            final int now = evaluate("document.documentElement.scrollHeight").asInt();
            same = now == height ? same : 0;
            height = now;
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Prefers light or dark pages from now on. */
    public void colorScheme(final String scheme) throws IOException, InterruptedException {
        final ObjectNode parameters = JSON.createObjectNode();
        parameters
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        call("Emulation.setEmulatedMedia", parameters);
        settle();
    }

    /** @return a picture of the whole page */
    public BufferedImage screenshot() throws IOException, InterruptedException {
        final ObjectNode parameters = JSON.createObjectNode();
        parameters.put("captureBeyondViewport", true);
        final ObjectNode clip = parameters.putObject("clip");
        clip.put("x", 0).put("y", 0).put("scale", 1);
        clip.put("width", evaluate("document.documentElement.clientWidth").asInt());
        clip.put("height", evaluate("document.documentElement.scrollHeight").asInt());
        final JsonNode picture = call("Page.captureScreenshot", parameters);
        return ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(picture.path("data").asText())));
    }

    /** @return the page as it would be printed on paper, whatever the size of the window, as a PDF */
    public byte[] print() throws IOException, InterruptedException {
        call("Emulation.clearDeviceMetricsOverride", JSON.createObjectNode());
        return Base64.getDecoder()
                .decode(call("Page.printToPDF", JSON.createObjectNode())
                        .path("data")
                        .asText());
    }

    private JsonNode call(final String method, final ObjectNode parameters) throws IOException, InterruptedException {
        final ObjectNode message = JSON.createObjectNode();
        message.put("id", ++calls).put("method", method).set("params", parameters);
        socket.sendText(JSON.writeValueAsString(message), true).join();
        while (true) {
            final JsonNode answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null || answer.has("error")) {
                throw new IOException(method + ": " + answer);
            }
            if (answer.path("id").asInt() == calls) {
                return answer.path("result");
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(final WebSocket from, final CharSequence data, final boolean last) {
            text.append(data);
            if (last) {
                try {
                    answers.add(JSON.readTree(text.toString()));
                } catch (final IOException e) {
                    answers.add(JSON.createObjectNode().put("error", e.getMessage()));
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
