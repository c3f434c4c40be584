package org.peerage.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peerage.identity.PersonalLinks;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Plays the story on the product's own pages: a network, its roster, a group, a room, and then its meetings.
final class Script {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SECONDS_OF_COMPOSING = "20";

    /// Words of the list that the browser reads; fictional people need not be hard to guess.
    private static final List<String> WORDS = List.of(
            "river",
            "lemon",
            "stone",
            "winter",
            "garden",
            "paper",
            "silver",
            "orange",
            "forest",
            "music",
            "island",
            "bread",
            "candy",
            "desert",
            "eagle",
            "fabric",
            "guitar",
            "honey",
            "jungle",
            "kitchen",
            "lunar",
            "maple",
            "nature",
            "ocean",
            "piano",
            "rabbit",
            "salad",
            "tiger",
            "umbrella",
            "velvet",
            "window",
            "zebra");

    private final Story story;
    private final URI base;
    private final String token;
    private final PersonalLinks links;
    private final Figures figures;
    private final Instant now;

    Script(Story story, URI base, String token, PersonalLinks links, Figures figures, Instant now) {
        this.story = story;
        this.base = base;
        this.token = token;
        this.links = links;
        this.figures = figures;
        this.now = now;
    }

    void play() {
        var begun = now.minus(Duration.ofDays(100));
        var convener = convener(begun);
        var network = convener.post(
                "/networks",
                Map.of(
                        "name", story.network().name(),
                        "purpose", story.network().purpose(),
                        "zone", story.network().zone()));
        bring(convener, network, "lantern.csv", story.roster().getBytes(StandardCharsets.UTF_8));
        bring(convener, network, "companies.csv", companies());
        var group = convener.post(
                        network + "/groups",
                        Map.of(
                                "name",
                                story.group().name(),
                                "purpose",
                                story.group().purpose(),
                                "zone",
                                story.group().zone(),
                                "smallest",
                                "8",
                                "target",
                                "12",
                                "largest",
                                "16"))
                .replace("/seats", "");
        story.people().forEach(leader -> pick(convener, group, leader));
        var members = seat(convener, group, begun.plus(Duration.ofDays(2)));
        var room = open(members, group, begun.plus(Duration.ofDays(5)));
        remember(convener, 0, "convener", network);
        story.goals().forEach(goal -> aim(members, goal, group, room, begun.plus(Duration.ofDays(6))));
        new Evenings(story, group, room, members, now).hold();
        var year = new ComingYear(members.getFirst(), group);
        year.arrange();
        story.learned().forEach(line -> learn(members, line, group, room));
        story.agreed().forEach(by -> members.get(by).at(now).post(group + "/learnings/agreed", Map.of()));
        var between = new Between(members, group, room, now);
        story.parked().forEach(between::park);
        year.sendAgenda(members.get(story.next().issues().getFirst().presenter()), now.minus(Duration.ofDays(7)));
        members.forEach(member -> member.at(now));
        story.weeks().forEach(between::tell);
        story.votes().forEach(vote -> decide(members, vote, group, room));
        story.named().forEach(new Nominations(members, group, room, now, base, token)::name);
        story.book()
                .forEach((chapter, text) -> members.getFirst()
                        .submitSealed(
                                members.getFirst().page(group + "/wall"),
                                "form[data-kind=book-" + chapter + "]",
                                room,
                                Map.of("text", text),
                                Map.of()));
        story.wall().forEach(thread -> talk(members, thread, group, room, now));
        ask(members, story.question(), group, room, now);
        confide(members.get(story.word().by()).at(now), group, room);
        var around = new Around(story, members, network, group, room, begun, now);
        around.arrange();
        var sponsor = enrol(around.invited(convener), story.sponsor().name(), begun.plus(Duration.ofDays(21)));
        remember(sponsor, members.size() + 2, "sponsor", group + "/sponsor");
        convener.at(now);
        wish(convener, network, "Zerocater", "NimbleRx");
        wish(convener, network, "NimbleRx", "Zerocater");
        compose(convener, network);
        figures(group);
    }

    /// Somebody has told the convener with whom they would like to sit.
    private static void wish(Walker convener, String network, String who, String other) {
        var found = convener.page(network + "/directory?words=" + who);
        convener.post(found.expectFirst("#results tbody a").attr("href") + "/companions", Map.of("who", other));
    }

    private void aim(List<Walker> members, Story.Aim goal, String group, KeyholderRoom room, Instant then) {
        var member = members.get(goal.by()).at(then);
        member.submitSealed(
                member.page(group + "/goals"),
                "form[data-kind=goal]",
                room,
                goal.words(),
                Map.of("by", now.plus(Duration.ofDays(goal.days())).toString().substring(0, 10)));
    }

    private void learn(List<Walker> members, Story.Learned line, String group, KeyholderRoom room) {
        var member = members.get(line.by()).at(now.minus(Duration.ofDays(line.daysAgo())));
        var page = member.page(group + "/learnings");
        var form = page.expectFirst("form[data-kind=learning]");
        if (line.kept()) {
            var keep = page.expectFirst("input[data-as]");
            form.attr("data-kind", keep.attr("data-as")).attr("data-readers", keep.attr("data-readers"));
        }
        member.submitSealed(
                page,
                "#" + form.id(),
                room,
                Map.of("text", line.text()),
                Map.of("from", members.get(line.from()).person().toString()));
        member.at(now);
    }

    private void decide(List<Walker> members, Story.Vote vote, String group, KeyholderRoom room) {
        var then = now.minus(Duration.ofDays(vote.daysAgo()));
        var ballots = group + "/ballots";
        var by = members.get(vote.by()).at(then);
        var page = by.page(ballots);
        var form = "form[data-kind=ballot]";
        var ballot = ballots + "/" + page.expectFirst(form).attr("data-record");
        by.submitSealed(page, form, room, Map.of("text", vote.text()), Map.of());
        Map.of("yes", vote.yes(), "no", vote.no(), "aside", vote.aside())
                .forEach((choice, voters) ->
                        voters.forEach(voter -> members.get(voter).at(then).vote(ballot, room, choice)));
        members.forEach(member -> member.at(now));
    }

    private static void talk(List<Walker> members, Story.Talk thread, String group, KeyholderRoom room, Instant now) {
        var wall = group + "/wall";
        var first = members.get(thread.by()).at(now.minus(Duration.ofHours(thread.hoursAgo())));
        var words = Map.of("text", thread.text());
        if (thread.file() == null) {
            first.submitSealed(first.page(wall), "form[data-kind=wall-entry]", room, words, Map.of());
        } else {
            first.submitSealed(first.page(wall), "form[data-kind=wall-entry]", room, words, thread.file());
        }
        for (var answer : thread.answers()) {
            var member = members.get(answer.by()).at(now.minus(Duration.ofHours(answer.hoursAgo())));
            member.submitSealed(
                    member.page(wall), "form[data-kind=wall-reply]", room, Map.of("text", answer.text()), Map.of());
        }
        members.forEach(member -> member.at(now));
    }

    /// A question to a few, and their answers: for them alone.
    private static void ask(List<Walker> members, Story.Talk question, String group, KeyholderRoom room, Instant now) {
        var readers = Stream.concat(Stream.of(question.by()), Objects.requireNonNull(question.asked()).stream())
                .map(number -> "asked:" + members.get(number).person())
                .collect(Collectors.joining(" "));
        var first = members.get(question.by()).at(now.minus(Duration.ofHours(question.hoursAgo())));
        sayTo(first, readers, "wall-question", question.text(), group, room);
        for (var answer : question.answers()) {
            var member = members.get(answer.by()).at(now.minus(Duration.ofHours(answer.hoursAgo())));
            sayTo(member, readers, "wall-answer", answer.text(), group, room);
        }
        members.forEach(member -> member.at(now));
    }

    private static void sayTo(
            Walker member, String readers, String kind, String text, String group, KeyholderRoom room) {
        var page = member.page(group + "/wall");
        var form = "form[data-kind=" + kind + "]";
        page.expectFirst(form).attr("data-readers", readers);
        member.submitSealed(page, form, room, Map.of("text", text), Map.of());
    }

    private void confide(Walker member, String group, KeyholderRoom room) {
        member.submitSealed(
                member.page(group + "/confidences"),
                "form[data-kind=confidence]",
                room,
                Map.of("text", story.word().text()),
                Map.of());
    }

    /// Groups for everybody on the roster, searched for while the demonstration is already being looked at.
    private static void compose(Walker convener, String network) {
        convener.submit(
                convener.page(network + "/proposals/new"), "form.compose", Map.of("seconds", SECONDS_OF_COMPOSING));
    }

    private void figures(String group) {
        Acting.asProgram("demo", () -> {
            figures.startAll(group, "chair");
            figures.startAll(group, "member");
            return group;
        });
    }

    private Walker convener(Instant moment) {
        var link = Acting.asProgram(
                "sign-in", () -> links.issue("networks.found", Ids.next(), story.convener(), "/networks/new"));
        return enrol(link.url(), story.convener(), moment);
    }

    private final Map<String, String> wordsOf = new java.util.HashMap<>();

    private Walker enrol(String link, String name, Instant moment) {
        var words = RANDOM.ints(10, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
        wordsOf.put(name, words);
        return Walker.enrolled(base, token, link, name, words, moment);
    }

    private void remember(Walker walker, int position, String part, String startAt) {
        var words = wordsOf.getOrDefault(walker.name(), "");
        Acting.asProgram("demo", () -> {
            figures.add(new Figure(walker.person(), position, walker.name(), part, words, startAt));
            return position;
        });
    }

    private static void bring(Walker convener, String network, String file, byte[] content) {
        var upload = convener.upload(network + "/import", Map.of(), "file", file, content);
        convener.submit(convener.page(upload), "form[action='" + upload + "']", Map.of());
        convener.post(upload + "/run", Map.of());
    }

    private static byte[] companies() {
        try {
            return new ClassPathResource("demo/companies.csv").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's own roster is unreadable", e);
        }
    }

    private static void pick(Walker convener, String group, Story.Leader leader) {
        var words = leader.organisation().replace(" (fictional)", "");
        var page = convener.page(group + "/seats?q=" + words.replace(" ", "+"));
        convener.submit(page, "form:has(input[name=profile])", Map.of());
    }

    /// The convener appoints the chair and hands over their link; the chair hands out the others'.
    private List<Walker> seat(Walker convener, String group, Instant moment) {
        convener.at(moment);
        var chair = story.people().getFirst().name();
        convener.submit(convener.page(group + "/seats"), "li:contains(" + chair + ") form[action$=/chair]", Map.of());
        var members = new ArrayList<Walker>();
        for (var leader : story.people()) {
            var host = members.isEmpty() ? convener : members.getFirst().at(moment);
            var answer = host.submit(
                    host.page(group + "/seats"), "li:contains(" + leader.name() + ") form[action$=/link]", Map.of());
            var link =
                    org.jsoup.Jsoup.parse(answer).expectFirst("personal-link").attr("data-url");
            var member = enrol(link, leader.name(), moment);
            // The chair's is a button of the form in which the charter is edited.
            member.press(
                    member.page(group + "/charter"),
                    "button[formaction$=/charter/sign], form[action$=/charter/sign] button",
                    Map.of());
            remember(member, members.size() + 1, members.isEmpty() ? "chair" : "member", group);
            members.add(member);
        }
        return members;
    }

    private static KeyholderRoom open(List<Walker> members, String group, Instant moment) {
        var chair = members.getFirst().at(moment);
        var room = KeyholderRoom.open(
                UUID.fromString(group.substring(group.lastIndexOf('/') + 1)), chair.keys(), chair.name(), moment);
        chair.json("POST", group + "/room", batch(room, 0, 0).put("room", room.id()));
        var entries = room.entries().size();
        var grants = room.grants().size();
        for (var member : members.subList(1, members.size())) {
            var asking = JSON.createObjectNode().put("tag", "");
            asking.set("card", JSON.readTree(member.keys().card().json()));
            member.at(moment).json("POST", "/rooms/" + room.id() + "/requests", asking);
        }
        room.letIn(
                chair.keys(),
                members.stream()
                        .skip(1)
                        .map(member -> new KeyholderRoom.Guest(member.keys().card(), member.name()))
                        .toList(),
                moment);
        append(chair, room, entries, grants);
        return room;
    }

    /// Hands over what the room has grown by.
    static void append(Walker member, KeyholderRoom room, int entries, int grants) {
        var batch = batch(room, entries, grants);
        batch.set("records", JSON.createArrayNode());
        member.json("POST", "/rooms/" + room.id() + "/entries", batch);
    }

    /// What the room has grown by since the first `entries` and `grants` were handed over.
    private static tools.jackson.databind.node.ObjectNode batch(KeyholderRoom room, int entries, int grants) {
        var batch = JSON.createObjectNode();
        batch.set(
                "entries",
                array(room.entries().stream()
                        .skip(entries)
                        .map(entry -> JSON.readTree(entry.json()))
                        .toList()));
        batch.set(
                "grants",
                array(room.grants().stream()
                        .skip(grants)
                        .map(grant -> (JsonNode) JSON.createObjectNode()
                                .put("epoch", grant.epoch())
                                .put("to", grant.to())
                                .put(
                                        "file",
                                        Base64.getUrlEncoder().withoutPadding().encodeToString(grant.file())))
                        .toList()));
        return batch;
    }

    private static ArrayNode array(List<? extends JsonNode> nodes) {
        var array = JSON.createArrayNode();
        IntStream.range(0, nodes.size()).forEach(i -> array.add(nodes.get(i)));
        return array;
    }
}
