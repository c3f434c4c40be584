package org.peerage.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.peerage.sealing.Card;
import org.peerage.sealing.FileParts;
import org.peerage.sealing.Keyholder;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A fictional person walking the product's own pages, with their own session and keys, at the moment the script says.
final class Walker {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String name;
    private final PersonId person;
    private final Keyholder keys;
    private final Trail trail;

    /// One browser's worth of cookies, at a moment that the script moves.
    private static final class Trail {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        private final URI base;
        private final String token;
        private Instant moment;

        private Trail(URI base, String token, Instant moment) {
            this.base = base;
            this.token = token;
            this.moment = moment;
        }

        private HttpResponse<String> send(String method, String path, String type, byte[] body) {
            var request = HttpRequest.newBuilder(base.resolve(path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", type)
                    .header("Accept", "text/html, application/json")
                    .header("Sec-Fetch-Site", "same-origin")
                    .header(PretendedTimeFilter.MOMENT, moment.toString())
                    .header(PretendedTimeFilter.TOKEN, token)
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            try {
                var response = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() >= 400) {
                    throw new IllegalStateException(
                            method + " " + path + " was answered " + response.statusCode() + ": "
                                    + Jsoup.parse(response.body())
                                            .select("[role=alert]")
                                            .text());
                }
                return response;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the script was interrupted", e);
            }
        }
    }

    private Walker(String name, PersonId person, Keyholder keys, Trail trail) {
        this.name = name;
        this.person = person;
        this.keys = keys;
        this.trail = trail;
    }

    /// Somebody without an account, at a moment.
    static Guest guest(URI base, String token, Instant moment) {
        return new Guest(new Trail(base, token, moment));
    }

    /// Whoever opens a link that was handed to them, and has no keys.
    static final class Guest {

        private final Trail trail;

        private Guest(Trail trail) {
            this.trail = trail;
        }

        void signs(String link, String selector, Map<String, String> filled) {
            var page = Jsoup.parse(trail.send("GET", URI.create(link).getPath(), FORM, new byte[0])
                    .body());
            var form = page.expectFirst(selector);
            trail.send("POST", action(form), FORM, encoded(fields(form, filled)));
        }
    }

    /// Takes up a personal link as anybody without a passkey would: with ten words.
    static Walker enrolled(URI base, String token, String link, String name, String words, Instant moment) {
        var trail = new Trail(base, token, moment);
        var path = URI.create(link).getPath();
        var page = Jsoup.parse(trail.send("GET", path, FORM, new byte[0]).body());
        var person =
                new PersonId(UUID.fromString(page.expectFirst("[data-person]").attr("data-person")));
        var keys = Keyholder.create(person.value(), moment);
        var form = JSON.createObjectNode().put("name", name).put("device", "").putNull("passkey");
        form.set("card", JSON.readTree(keys.card().json()));
        form.putArray("locks")
                .addObject()
                .put("kind", "words")
                .put("file", Base64.getUrlEncoder().withoutPadding().encodeToString(keys.lockWithWords(words)));
        form.set("rooms", JSON.readTree(keys.ownRooms(1, "{}").json()));
        var walker = new Walker(name, person, keys, trail);
        walker.json("POST", path, form);
        return walker;
    }

    String name() {
        return name;
    }

    PersonId person() {
        return person;
    }

    Keyholder keys() {
        return keys;
    }

    Instant moment() {
        return trail.moment;
    }

    Walker at(Instant moment) {
        trail.moment = moment;
        return this;
    }

    Document page(String path) {
        return Jsoup.parse(trail.send("GET", path, FORM, new byte[0]).body());
    }

    /// Sends a form and says where it led.
    String post(String path, Map<String, String> fields) {
        return post(path, fields.entrySet());
    }

    private String post(String path, Collection<Map.Entry<String, String>> fields) {
        var response = trail.send("POST", path, FORM, encoded(fields));
        return response.headers()
                .firstValue("Location")
                .or(() -> response.headers().firstValue("HX-Redirect"))
                .map(location -> URI.create(location).getPath())
                .orElse(response.body());
    }

    private static byte[] encoded(Collection<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Sends a file with fields, as a browser does.
    String upload(String path, Map<String, String> fields, String field, String file, byte[] content) {
        var boundary = "----peerage" + UUID.nameUUIDFromBytes(content);
        var head = new StringBuilder();
        fields.forEach((key, value) -> head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(key)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(field);
        head.append("\"; filename=\"").append(file).append("\"\r\nContent-Type: text/csv\r\n\r\n");
        var start = head.toString().getBytes(StandardCharsets.UTF_8);
        var end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var body = new byte[start.length + content.length + end.length];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(content, 0, body, start.length, content.length);
        System.arraycopy(end, 0, body, start.length + content.length, end.length);
        var response = trail.send("POST", path, "multipart/form-data; boundary=" + boundary, body);
        return response.headers()
                .firstValue("Location")
                .map(location -> URI.create(location).getPath())
                .orElse(response.body());
    }

    /// Sends a form of a page as it stands there, with some fields filled in otherwise.
    String submit(Document page, String selector, Map<String, String> filled) {
        var form = page.expectFirst(selector);
        return post(action(form), fields(form, filled));
    }

    /// Presses a button, which may send its form elsewhere than the form's other buttons do.
    String press(Document page, String button, Map<String, String> filled) {
        var pressed = page.expectFirst(button);
        var form = Objects.requireNonNull(pressed.closest("form"));
        return post(pressed.hasAttr("formaction") ? pressed.attr("formaction") : action(form), fields(form, filled));
    }

    /// Sends a form whose words are sealed: one text, its parts from `words` by the names of its fields.
    String submitSealed(
            Document page, String selector, KeyholderRoom room, Map<String, String> words, Map<String, String> filled) {
        var form = page.expectFirst(selector);
        var holder = form.hasAttr("data-record") ? form : form.expectFirst("[data-record]");
        var text = new KeyholderRoom.About(
                holder.attr("data-kind"),
                UUID.fromString(holder.attr("data-record")),
                UUID.fromString(holder.attr("data-about")));
        var readers = readers(holder, room);
        var put = readers.isEmpty()
                ? room.seal(keys, text, words, trail.moment)
                : room.sealFor(keys, readers, text, words, trail.moment);
        return submit(form, filled, List.of(put));
    }

    /// The same for the room, with a file.
    String submitSealed(
            Document page, String selector, KeyholderRoom room, Map<String, String> words, Story.Attached attached) {
        var form = page.expectFirst(selector);
        var about = UUID.fromString(form.attr("data-record"));
        var id = UUID.fromString(JSON.readTree(trail.send(
                                "POST",
                                form.expectFirst("sealed-files").attr("data-files"),
                                FORM,
                                "parts=1".getBytes(StandardCharsets.UTF_8))
                        .body())
                .path("id")
                .asString());
        var file = FileParts.seal(room.id(), id, attached.text().getBytes(StandardCharsets.UTF_8));
        trail.send(
                "PUT",
                form.expectFirst("sealed-files").attr("data-files") + "/" + id + "/0",
                "application/octet-stream",
                file.parts().getFirst());
        var text = new KeyholderRoom.About(form.attr("data-kind"), about, UUID.fromString(form.attr("data-about")));
        var record = new KeyholderRoom.About(FileParts.KIND, id, about);
        return submit(
                form,
                Map.of(),
                List.of(
                        room.seal(keys, text, words, trail.moment),
                        room.seal(keys, record, file.body(attached.name(), "text/plain"), trail.moment)));
    }

    private String submit(Element form, Map<String, String> filled, List<KeyholderRoom.Put> puts) {
        var all = fields(form, filled);
        all.add(Map.entry(
                "sealed", puts.stream().map(KeyholderRoom.Put::json).collect(Collectors.joining(",", "[", "]"))));
        return post(action(form), all);
    }

    /// Puts a paper into the box of a ballot, as its page seals it.
    void vote(String ballot, KeyholderRoom room, String choice) {
        var asked = page(ballot).expectFirst("ballot-paper");
        var id = asked.attr("data-ballot");
        var paper = room.paper(
                Long.parseLong(asked.attr("data-epoch")),
                Map.of(
                        "ballot", id,
                        "kind", asked.attr("data-subject-kind"),
                        "subject", asked.attr("data-subject"),
                        "rule", asked.attr("data-rule"),
                        "last", asked.attr("data-last")),
                Map.of("choice", choice, "receipt", keys.receipt(UUID.fromString(id))));
        json("POST", ballot + "/paper", JSON.createObjectNode().put("paper", paper.base64url()));
    }

    /// Says what is in the box of a ballot in which everybody has said yes, as a page does that has counted it.
    void countAllForIt(String ballot) {
        var box = JSON.readTree(
                trail.send("GET", ballot + "/box", FORM, new byte[0]).body());
        var papers = StreamSupport.stream(box.path("papers").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        json(
                "POST",
                ballot + "/count",
                JSON.createObjectNode()
                        .put("digest", KeyholderRoom.digestOf(papers))
                        .put("yes", papers.size())
                        .put("no", 0)
                        .put("aside", 0));
    }

    /// For whom a form's words are, by their cards in the ledger; nobody in particular where they are for the room.
    private static List<Card> readers(Element holder, KeyholderRoom room) {
        return Stream.of(holder.attr("data-readers").split(" ", -1))
                .filter(reader -> !reader.isEmpty())
                .map(reader -> reader.split(":", 2))
                .flatMap(reader -> room.cards(reader[0], reader.length == 2 ? reader[1] : "").stream())
                .distinct()
                .toList();
    }

    private static String action(Element form) {
        return form.hasAttr("hx-post") ? form.attr("hx-post") : form.attr("action");
    }

    /// As a browser sends them: of one name there may be several, as of boxes that are ticked.
    private static List<Map.Entry<String, String>> fields(Element form, Map<String, String> filled) {
        var fields = new ArrayList<>(filled.entrySet());
        for (var control : form.select("input[name], select[name], textarea[name]")) {
            var chosen = !control.is("[type=checkbox], [type=radio]") || control.hasAttr("checked");
            var option = control.is("select") ? control.selectFirst("option[selected]") : null;
            var first = control.is("select") ? control.selectFirst("option") : null;
            if (chosen && !filled.containsKey(control.attr("name"))) {
                fields.add(Map.entry(
                        control.attr("name"),
                        option != null ? option.val() : first != null ? first.val() : control.val()));
            }
        }
        return fields;
    }

    JsonNode json(String method, String path, JsonNode body) {
        var response = trail.send(method, path, "application/json", JSON.writeValueAsBytes(body));
        return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
