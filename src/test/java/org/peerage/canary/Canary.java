package org.peerage.canary;

import com.microsoft.playwright.options.Cookie;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.mail.PostOffice;

/// Watches every place that a room's words could get to while people use it: the wire between browsers and program,
/// what browsers keep, addresses and titles, what the program says and logs, its mail, its database and its disk.
public final class Canary implements AutoCloseable {

    /// In every word that only a room may show.
    public static final String SEALED = "Marzipankanari";

    /// In a word that is not sealed: it must be found, or the watch is blind.
    public static final String PLAIN = "Kontrollkanari";

    private final RunningPeerage peerage;
    private final Wiretap wire;
    private final Overheard said = new Overheard();
    private final PostOffice post = new PostOffice();
    private final List<Find> seen = new ArrayList<>();

    public Canary(RunningPeerage peerage) {
        this.peerage = peerage;
        wire = new Wiretap(peerage.base());
    }

    /// Something to look through, as letters of one byte each.
    private record Find(String where, String letters) {

        byte[] bytes() {
            return letters.getBytes(StandardCharsets.ISO_8859_1);
        }

        static Find of(String where, byte[] bytes) {
            return new Find(where, Guises.latin(bytes));
        }
    }

    /// For browsers to go through.
    public String proxy() {
        return wire.address();
    }

    public PostOffice post() {
        return post;
    }

    /// Takes down what the browser keeps just now, and the address and title of its page.
    public void look(Visitor visitor) {
        var page = visitor.page();
        seen.add(find("address and title: " + visitor.name(), page.url() + "\n" + page.title()));
        seen.add(find(
                "storage: " + visitor.name(),
                page.evaluate(KEPT)
                        + page.context().cookies().stream()
                                .map(Canary::words)
                                .toList()
                                .toString()));
    }

    private static String words(Cookie cookie) {
        return cookie.name + "=" + cookie.value;
    }

    /// Where words with this in them are to be seen.
    public Set<String> sightings(String word) {
        return sightings(Guises.of(word));
    }

    /// The same, or one of these keys, however it is written. The address it came by is the one place it belongs.
    public Set<String> sightings(String word, List<String> keys) {
        var guises = Guises.of(word);
        keys.forEach(guises::orKey);
        return sightings(guises);
    }

    private Set<String> sightings(Guises guises) {
        var found = new LinkedHashSet<String>();
        var all = new ArrayList<>(seen);
        wire.heard().forEach(bytes -> all.add(Find.of("wire", bytes)));
        said.heard().forEach(bytes -> all.add(Find.of("log", bytes)));
        post.received().forEach(message -> all.add(Find.of("mail", whole(message))));
        StolenDatabase.tables(peerage.login("peerage_backup"))
                .forEach((table, bytes) -> all.add(Find.of("database: " + table, bytes)));
        for (var one : all) {
            if (guises.inside(one.bytes())) {
                found.add(one.where());
            }
        }
        for (var file : StolenDatabase.files(peerage.login("postgres"), peerage.home())) {
            try {
                if (guises.in(Files.readAllBytes(file))) {
                    found.add("disk: " + peerage.home().relativize(file));
                }
            } catch (IOException gone) {
                // PostgreSQL has removed it meanwhile.
            }
        }
        return found;
    }

    private static Find find(String where, String text) {
        return Find.of(where, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] whole(MimeMessage message) {
        try {
            var out = new ByteArrayOutputStream();
            message.writeTo(out);
            decoded(message, out);
            return out.toByteArray();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void decoded(Part part, ByteArrayOutputStream out) throws IOException, MessagingException {
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                decoded(parts.getBodyPart(i), out);
            }
        } else {
            part.getInputStream().transferTo(out);
        }
    }

    @Override
    public void close() {
        wire.close();
        said.close();
        post.close();
    }

    /// Everything that scripts of a page can keep in a browser, bytes as letters.
    private static final String KEPT = """
            async () => {
              const letters = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
              const show = (value) => {
                if (value instanceof ArrayBuffer) return letters(new Uint8Array(value));
                if (ArrayBuffer.isView(value)) return letters(new Uint8Array(value.buffer));
                if (value instanceof CryptoKey) return "a key that cannot be taken out: " + !value.extractable;
                if (value instanceof Map || value instanceof Set || Array.isArray(value)) return [...value].map(show).join();
                if (value && typeof value === "object") {
                  return Object.entries(value).map(([name, one]) => name + "=" + show(one)).join();
                }
                return String(value);
              };
              const answer = (request) => new Promise((resolve, reject) => {
                request.onsuccess = () => resolve(request.result);
                request.onerror = () => reject(request.error);
              });
              const kept = [show({ ...localStorage }), show({ ...sessionStorage }), show(history.state), window.name];
              for (const { name } of await indexedDB.databases()) {
                const database = await answer(indexedDB.open(name));
                for (const store of database.objectStoreNames) {
                  const rows = database.transaction(store).objectStore(store);
                  kept.push(`${name}/${store}`, show(await answer(rows.getAllKeys())));
                  kept.push(show(await answer(database.transaction(store).objectStore(store).getAll())));
                }
                database.close();
              }
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                  kept.push(request.url, await (await cache.match(request)).text());
                }
              }
              return kept.join("\\n");
            }
            """;
}
