package org.peerage.memory;

import static org.peerage.networks.NetworkFixture.as;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.rooms.RoomId;
import org.peerage.rooms.Rooms;
import org.peerage.rooms.SealedPut;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.sealing.LedgerEntry;
import org.peerage.tenancy.Ids;

/// How long a member waits for a room in which much was written, in a real browser: unlocking, opening, searching.
final class RoomBench {

    private static final int AT_ONCE = 50;
    private static final int WORDS_EACH = 60;
    private static final int TURNS = 5;
    private static final String LETTERS = "bcdfghjklmnprstvw";

    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final Random random = new Random(7);
    private final List<String> vocabulary =
            IntStream.range(0, 4000).mapToObj(this::word).toList();
    private final Visitor visitor;
    private final CDPSession devtools;

    private RoomBench(Visitor visitor) {
        this.visitor = visitor;
        // One for all: the first that goes takes the passkeys with it.
        devtools = visitor.page().context().newCDPSession(visitor.page());
        here.seat(visitor);
    }

    /// How many texts a room has, for each room that is to be measured.
    public static void main(String[] arguments) {
        System.out.println("| texts | slower by | unlock | a page of the room, all of its ledger | the same again "
                + "| all texts read for searching | kept index taken up | longest search |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        try {
            for (var texts : arguments) {
                try (var visitor = Visitor.atALaptop(
                        "Theo Brannigan", RunningPeerage.shared().base())) {
                    var bench = new RoomBench(visitor);
                    bench.write(Integer.parseInt(texts));
                    bench.measure(texts, 1);
                    bench.measure(texts, 4);
                }
            }
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private String word(int nth) {
        var word = new StringBuilder();
        for (var length = 2 + random.nextInt(3); length > 0; length--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length()))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private void write(int texts) {
        var room = here.heldRoom();
        var authors = List.of(here.chair(), here.members.get(0), here.members.get(1));
        for (var written = 0; written < texts; written += AT_ONCE) {
            var author = authors.get(written / AT_ONCE % authors.size());
            var entries = new ArrayList<LedgerEntry>();
            var puts = new ArrayList<SealedPut>();
            for (var one = 0; one < Math.min(AT_ONCE, texts - written); one++) {
                var id = Ids.next();
                var put = room.seal(
                        here.keysOf(author),
                        new KeyholderRoom.About("wall-entry", id, id),
                        Map.of("text", said()),
                        Instant.now());
                entries.add(put.entry());
                puts.add(SealedPut.parse("[" + put.json() + "]").orElseThrow().getFirst());
            }
            as(
                    author,
                    () -> RunningPeerage.shared()
                            .bean(Rooms.class)
                            .append(new RoomId(room.id()), entries, List.of(), puts));
        }
    }

    private String said() {
        return IntStream.range(0, WORDS_EACH)
                .mapToObj(nth -> vocabulary.get(random.nextInt(vocabulary.size())))
                .collect(Collectors.joining(" ", "", "."));
    }

    private void measure(String texts, int slower) {
        var page = visitor.page();
        var rate = new JsonObject();
        rate.addProperty("rate", slower);
        devtools.send("Emulation.setCPUThrottlingRate", rate);
        List<Double> unlock = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        List<Double> taken = new ArrayList<>();
        List<Double> search = new ArrayList<>();
        visitor.goTo(room()).opensTheRoom();
        for (var turn = 0; turn < TURNS; turn++) {
            visitor.goTo(room());
            page.locator("room-lock [data-close]").click();
            var button = page.locator("room-lock [data-open]");
            button.waitFor();
            unlock.add(timed(() -> {
                button.click();
                open(page);
            }));
            page.evaluate(FORGET);
            first.add(timed(() -> {
                visitor.goTo(room());
                open(page);
            }));
            again.add(timed(() -> {
                visitor.goTo(room());
                open(page);
            }));
            read.add(timed(() -> searchable(page)));
            taken.add(timed(() -> searchable(page)));
            search.add(((Number) page.evaluate(SEARCH, vocabulary.subList(0, 20))).doubleValue());
        }
        System.out.printf(
                "| %s | %d | %s | %s | %s | %s | %s | %s |%n",
                texts, slower, range(unlock), range(first), range(again), range(read), range(taken), range(search));
    }

    private String room() {
        return here.group.address() + "/commitments";
    }

    private static void open(Page page) {
        page.locator("room-lock[data-state=open]").waitFor();
    }

    private void searchable(Page page) {
        visitor.goTo(here.group.address() + "/search");
        page.locator("room-search[data-ready]").waitFor();
    }

    private static double timed(Runnable act) {
        var from = System.nanoTime();
        act.run();
        return (System.nanoTime() - from) / 1e6;
    }

    private static String range(List<Double> times) {
        var sorted = times.stream().sorted().toList();
        return "%.0f, %.0f, %.0f ms".formatted(sorted.getFirst(), sorted.get(TURNS / 2), sorted.getLast());
    }

    /// As on a device that has never seen the room, but for its keys.
    private static final String FORGET = """
            () => new Promise((done, failed) => {
              const request = indexedDB.open('peerage');
              request.onsuccess = () => {
                const change = request.result.transaction(['ledgers', 'index'], 'readwrite');
                change.objectStore('ledgers').clear();
                change.objectStore('index').clear();
                change.oncomplete = () => { request.result.close(); done(); };
              };
              request.onerror = failed;
            })
            """;

    /// The longest time from a letter to its results, of all beginnings of twenty words.
    private static final String SEARCH = """
            (words) => {
              const input = document.querySelector('room-search input');
              let longest = 0;
              for (const word of words) {
                for (let letters = 1; letters <= word.length; letters++) {
                  input.value = word.slice(0, letters);
                  const from = performance.now();
                  input.dispatchEvent(new Event('input'));
                  document.body.getBoundingClientRect();
                  longest = Math.max(longest, performance.now() - from);
                }
              }
              return longest;
            }
            """;
}
