package org.peerage.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.Circles;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;

/// A group that votes, by requests as its members' pages make them.
public final class BallotFixture {

    public final GroupFixture here;
    public final String list;

    public BallotFixture(GroupFixture here) {
        this.here = here;
        this.list = "/groups/" + here.group + "/ballots";
    }

    /// A ballot that has been opened.
    ///
    /// @param question what a paper answers, as the page states it
    public record Asked(UUID ballot, long epoch, Map<String, String> question) {}

    /// Asks in one's own words.
    public Asked ask(PersonId by, LocalDate lastDay) {
        var id = Ids.next();
        var sealed = here.sealed(by, new KeyholderRoom.About("ballot", id, id), Map.of("text", "Shall we?"));
        assertThat(Pages.seenBy(by)
                        .post(list, "lastDay", "" + lastDay, "sealed", sealed)
                        .at())
                .isEqualTo(list);
        return asked(by, id);
    }

    /// As another module does.
    public Asked open(PersonId by, String kind, UUID subject, BallotRule rule, PersonId... except) {
        var ballots = RunningPeerage.shared().bean(Ballots.class);
        var circles = RunningPeerage.shared().bean(Circles.class);
        var id = as(by, () -> ballots.open(circles.own(here.group), kind, subject, rule, Set.of(except)));
        return asked(by, id.value());
    }

    public Asked asked(PersonId by, UUID id) {
        var paper = Pages.seenBy(by).get(list + "/" + id).page().expectFirst("ballot-paper");
        return new Asked(
                id,
                Long.parseLong(paper.attr("data-epoch")),
                Map.of(
                        "ballot", id.toString(),
                        "kind", paper.attr("data-subject-kind"),
                        "subject", paper.attr("data-subject"),
                        "rule", paper.attr("data-rule"),
                        "last", paper.attr("data-last")));
    }

    /// What became of the paper.
    public String vote(Asked asked, PersonId voter, String choice) {
        var answer = put(asked, voter, paper(asked, choice));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().replaceAll("[{}\"]|paper|:", "");
    }

    /// A receipt is a page's to make: here it is drawn.
    public String paper(Asked asked, String choice) {
        var paper = Map.of("choice", choice, "receipt", Ids.next().toString());
        return here.heldRoom().paper(asked.epoch(), asked.question(), paper).base64url();
    }

    public Pages.Answer put(Asked asked, PersonId voter, String paper) {
        return Pages.seenBy(voter).ask("POST", list + "/" + asked.ballot() + "/paper", "{\"paper\":\"" + paper + "\"}");
    }

    public Pages.Answer box(Asked asked, PersonId reader) {
        return Pages.seenBy(reader).get(list + "/" + asked.ballot() + "/box");
    }

    public int count(Asked asked, PersonId by, int yes, int no, int aside) {
        var digest = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
        return Pages.seenBy(by)
                .ask(
                        "POST",
                        list + "/" + asked.ballot() + "/count",
                        "{\"digest\":\"%s\",\"yes\":%d,\"no\":%d,\"aside\":%d}".formatted(digest, yes, no, aside))
                .status();
    }

    /// How the list calls it.
    public String state(Asked asked, PersonId reader) {
        return Pages.seenBy(reader)
                .get(list)
                .page()
                .select("#ballot-" + asked.ballot() + " .tag")
                .text();
    }
}
