package org.peerage.issues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.tenancy.Ids;

/// A lively moment of a meeting: notes, commitments and steps at once. Each is done, or told that somebody was faster;
/// none is an incident.
class ManyAtOnceTests {

    private final IssueFixture fixture = new IssueFixture();

    @Test
    void aCommitmentThatIsMadeWhileNotesComeInIsMade() throws Exception {
        var item = fixture.atWork();
        fixture.step(fixture.chair, item, 0, 1);
        var overtaken = fixture.sealed(fixture.noor, "issue-note", Ids.next());
        fixture.write(fixture.noor, item, "issue-note", overtaken);
        List<Callable<Integer>> acts = new ArrayList<>();
        acts.add(() -> {
            for (var time = 0; time < 20; time++) {
                assertThat(commit()).isLessThan(400);
            }
            return 200;
        });
        for (var time = 0; time < 60; time++) {
            acts.add(() ->
                    fixture.write(fixture.noor, item, "issue-note", overtaken).status());
            acts.add(() -> fixture.step(fixture.chair, item, 2, 1).status());
        }
        try (var many = Executors.newFixedThreadPool(6)) {
            assertThat(many.invokeAll(acts).stream().map(ManyAtOnceTests::answer))
                    .allSatisfy(status -> assertThat(status).isBetween(200, 499));
        }
    }

    /// As pages do it: whoever is told that the room has moved on asks again, until everybody before them is done.
    @Test
    void fortyCapturesAndUpdatesAtOnceAreAllTaken() throws Exception {
        var item = fixture.atWork();
        fixture.step(fixture.chair, item, 0, 1);
        var update = Ids.next();
        List<Callable<Integer>> acts = new ArrayList<>();
        for (var time = 0; time < 20; time++) {
            var note = fixture.sealed(fixture.noor, "issue-note", Ids.next());
            acts.add(() -> untilTaken(() -> fixture.write(fixture.noor, item, "issue-note", note)));
            var words = fixture.sealed(fixture.chair, "update", update);
            acts.add(() -> untilTaken(() -> Pages.seenBy(fixture.chair)
                    .post("/meetings/" + fixture.meeting + "/prepare", "format", "five-percent", "sealed", words)));
        }
        try (var many = Executors.newFixedThreadPool(8)) {
            assertThat(many.invokeAll(acts).stream().map(ManyAtOnceTests::answer))
                    .hasSize(40)
                    .allSatisfy(status -> assertThat(status).isBetween(200, 299));
        }
    }

    private static int untilTaken(Supplier<Pages.Answer> act) {
        var answer = act.get();
        for (var time = 0; answer.status() == 409 && answer.body().startsWith("{") && time < 500; time++) {
            answer = act.get();
        }
        return answer.status();
    }

    private int commit() {
        return Pages.seenBy(fixture.noor)
                .post(
                        "/groups/" + fixture.here.group + "/commitments",
                        "due",
                        LocalDate.now(ZoneId.of("Europe/Lisbon")).plusDays(20).toString(),
                        "witness",
                        "" + fixture.ada,
                        "sealed",
                        fixture.sealed(fixture.noor, "commitment", Ids.next()))
                .status();
    }

    private static int answer(Future<Integer> act) {
        try {
            return act.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
