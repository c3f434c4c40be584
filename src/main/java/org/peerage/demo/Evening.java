package org.peerage.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.peerage.sealing.KeyholderRoom;

/// One past meeting, held from arriving to closing by the acts that its people would press.
final class Evening {

    private final String meeting;
    private final KeyholderRoom room;
    private final List<Walker> members;
    private final Story.Past past;
    private final List<Story.Promise> before;
    private final Walker chair;
    private Instant moment;
    private int issue;

    /// @param before what was promised the last time
    Evening(
            String meeting,
            KeyholderRoom room,
            List<Walker> members,
            Story.Past past,
            List<Story.Promise> before,
            Instant start) {
        this.meeting = meeting;
        this.room = room;
        this.members = members;
        this.past = past;
        this.before = before;
        this.chair = members.getFirst();
        this.moment = start;
    }

    void run() {
        act(chair, "start");
        members.stream().skip(1).forEach(member -> act(member, "arrive"));
        for (var item = stage(); ; item = stage()) {
            hold(item);
            if (item.kind().equals("close")) {
                break;
            }
            act(chair, "next");
        }
        act(chair, "close");
    }

    private record Stage(String kind, String path) {}

    /// What is on the stage now, as the chair's page shows it.
    private Stage stage() {
        var body = chair.at(moment).page(meeting + "/live").expectFirst("[data-stage]");
        return new Stage(body.attr("data-item-kind"), body.attr("data-stage"));
    }

    private void hold(Stage item) {
        switch (item.kind()) {
            case "confidentiality" -> agree();
            case "commitments-review" -> review(item.path());
            case "updates" -> round();
            case "issue" -> process(item.path());
            case "commitments-new" -> promise(item.path());
            case "housekeeping" -> keep();
            case "rating" -> rate();
            default -> pass(4);
        }
    }

    private void agree() {
        var entries = room.entries().size();
        room.compare(
                chair.keys(),
                members.stream().skip(1).map(member -> member.keys().card()).toList(),
                moment);
        Script.append(chair.at(moment), room, entries, room.grants().size());
        members.forEach(member -> act(member, "assent"));
    }

    private void pass(int minutes) {
        moment = moment.plus(Duration.ofMinutes(minutes));
    }

    private void act(Walker walker, String act) {
        pass(walker == chair ? 1 : 0);
        var page = walker.at(moment).page(meeting + "/live");
        var version = Optional.ofNullable(page.selectFirst("form[action*=/acts/] input[name=version]"))
                .map(input -> input.val())
                .orElse("0");
        walker.post(
                meeting + "/acts/" + act,
                Map.of("version", version, "request", UUID.randomUUID().toString()));
    }

    private void round() {
        for (var turn = 0; turn < members.size(); turn++) {
            act(chair, "next-turn");
            pass(3);
        }
        act(chair, "end-turn");
    }

    private void process(String item) {
        if (issue >= past.issues().size()) {
            return;
        }
        var stage = meeting + "/items/" + item;
        var presenterName =
                chair.at(moment).page(stage).select("p:contains(presents)").text();
        if (presenterName.isBlank()) {
            return;
        }
        var question = past.issues().stream()
                .filter(one ->
                        presenterName.contains(members.get(one.presenter()).name()))
                .findFirst()
                .orElseThrow();
        issue++;
        var presenter = members.get(question.presenter());
        chair.submit(chair.page(stage), "form[hx-post$=/begin]", Map.of());
        step(stage);
        var notes = new ArrayList<>(question.notes() == null ? List.<String>of() : question.notes());
        if (question.isSetback()) {
            listen(stage, notes);
            call(stage, question);
            end(stage, presenter, question);
            return;
        }
        note(stage, members.get(2), notes.removeFirst());
        step(stage);
        presenter
                .at(moment)
                .submitSealed(
                        presenter.page(stage),
                        "form[data-kind=issue-real]",
                        room,
                        Map.of("text", question.real() == null ? question.title() : question.real()),
                        Map.of());
        step(stage);
        all(stage, notes);
        step(stage);
        end(stage, presenter, question);
    }

    private void listen(String stage, List<String> sentences) {
        step(stage);
        all(stage, sentences);
        step(stage);
    }

    private void all(String stage, List<String> notes) {
        for (var i = 0; i < notes.size(); i++) {
            note(stage, members.get(5 + i), notes.get(i));
        }
    }

    /// Those who will call take it while the group sits together, and have called before two days are over.
    private void call(String stage, Story.Question question) {
        var hours = 18;
        for (var number : Objects.requireNonNull(question.called())) {
            var member = members.get(number).at(moment);
            var taken =
                    member.page(stage).expectFirst("form[action*='/calls/']").attr("action");
            member.post(taken, Map.of());
            member.at(moment.plus(Duration.ofHours(hours)))
                    .post(taken.substring(0, taken.indexOf("/taken")) + "/made", Map.of());
            hours += 7;
        }
    }

    private void end(String stage, Walker presenter, Story.Question question) {
        past.promises().stream()
                .filter(promise -> promise.by() == question.presenter())
                .forEach(promise -> commit(stage, promise));
        presenter.at(moment).submit(presenter.page(stage), "form[hx-post$=/close]", Map.of("value", "9"));
    }

    private void step(String stage) {
        pass(8);
        chair.at(moment).submit(chair.page(stage), "form[hx-post$=/step]:has(button:not(.second))", Map.of());
    }

    private void note(String stage, Walker member, String text) {
        member.at(moment)
                .submitSealed(member.page(stage), "form[data-kind=issue-note]", room, Map.of("text", text), Map.of());
    }

    private void promise(String item) {
        past.promises().stream()
                .filter(promise -> past.issues().stream().noneMatch(issue -> issue.presenter() == promise.by()))
                .forEach(promise -> commit("/commitments/stage/" + item, promise));
    }

    private void commit(String path, Story.Promise promise) {
        pass(1);
        var member = members.get(promise.by());
        var witness = members.get((promise.by() + 1) % members.size());
        var due = LocalDate.ofInstant(moment.plus(Duration.ofDays(promise.within())), ZoneOffset.UTC);
        member.at(moment)
                .submitSealed(
                        member.page(path),
                        "form[data-kind=commitment]",
                        room,
                        Map.of("text", promise.text()),
                        Map.of(
                                "due",
                                due.toString(),
                                "witness",
                                witness.person().toString()));
    }

    private void review(String item) {
        pass(10);
        for (var promise : before) {
            var member = members.get(promise.by());
            Document page = member.at(moment).page("/commitments/stage/" + item);
            var done = page.selectFirst("form[data-kind=commitment-outcome]");
            if (done != null && promise.done() != null) {
                member.submitSealed(
                        page, "form[data-kind=commitment-outcome]", room, Map.of("text", promise.done()), Map.of());
            }
        }
    }

    private void keep() {
        for (var line : past.kept()) {
            pass(1);
            var member = members.get(line.by()).at(moment);
            member.submitSealed(
                    member.page(meeting + "/live"),
                    "form[data-kind=" + line.sort() + "]",
                    room,
                    Map.of("text", line.text()),
                    Map.of());
        }
    }

    private void rate() {
        for (var i = 0; i < members.size(); i++) {
            var member = members.get(i).at(moment);
            var page = member.page(meeting + "/live");
            member.submit(page, "form[action$=/rating]", Map.of("score", Integer.toString(7 + i % 4)));
        }
    }
}
