package org.peerage.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.ballots.BallotFixture;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A breach in an open room, by requests as its members' pages make them.
public final class BreachFixture {

    public final GroupFixture here;
    public final String list;

    public BreachFixture(GroupFixture here) {
        this.here = here;
        this.list = "/groups/" + here.group + "/breach";
    }

    /// What a report says, for one reader.
    public String words(PersonId by, PersonId to, UUID report) {
        return here.sealedFor(
                by,
                List.of(to),
                new KeyholderRoom.About("breach-report", report, report),
                Map.of("what", "x", "harm", "y"));
    }

    public UUID reported(PersonId by, PersonId to) {
        var report = Ids.next();
        assertThat(Pages.seenBy(by).post(list, "sealed", words(by, to, report)).status())
                .isEqualTo(204);
        return report;
    }

    /// Takes a report up, after seeing to it that what leaked rests.
    ///
    /// @param affected nobody, or one member
    public Pages.Answer contain(PersonId handler, UUID report, PersonId accused, PersonId... affected) {
        var fields = Stream.concat(
                Stream.of("accused", accused.toString(), "rests", "true"),
                Arrays.stream(affected).flatMap(person -> Stream.of("affected", person.toString())));
        return Pages.seenBy(handler).post(list + "/reports/" + report + "/contained", fields.toArray(String[]::new));
    }

    /// The id of the case.
    public String contained(PersonId handler, UUID report, PersonId accused, PersonId... affected) {
        assertThat(contain(handler, report, accused, affected).status()).isEqualTo(302);
        return Pages.seenBy(handler)
                .get(list)
                .page()
                .expectFirst("[id^=breach-]")
                .id()
                .substring("breach-".length());
    }

    /// A case that the group has heard and voted on.
    public String decided(PersonId handler, PersonId reporter, PersonId accused, String verdict) {
        var breach = contained(handler, reported(reporter, handler), accused);
        var ballots = new BallotFixture(here);
        var voters = Stream.concat(here.members.stream(), Stream.of(here.chair()))
                .distinct()
                .filter(person -> !person.equals(accused))
                .toList();
        var asked = voting(handler, breach, verdict);
        voters.forEach(person -> ballots.vote(asked, person, "yes"));
        voters.stream().limit(2).forEach(person -> ballots.count(asked, person, voters.size(), 0, 0));
        assertThat(act(handler, breach, "decided")).isEqualTo(302);
        return breach;
    }

    /// The ballot to which a case comes that is contained.
    BallotFixture.Asked voting(PersonId handler, String breach, String verdict) {
        act(handler, breach, "heard");
        act(handler, breach, "hearing");
        Pages.seenBy(handler).post(list + "/" + breach + "/vote", "verdict", verdict);
        var page = Pages.seenBy(handler).get(list).page();
        var ballot = Objects.requireNonNull(
                page.expectFirst("#breach-" + breach + " a[href*=ballot]").attr("href"));
        return new BallotFixture(here).asked(handler, UUID.fromString(ballot.substring(ballot.lastIndexOf('/') + 1)));
    }

    public int act(PersonId person, String breach, String act) {
        return Pages.seenBy(person).post(list + "/" + breach + "/" + act).status();
    }

    public String seen(PersonId person) {
        return Pages.seenBy(person).get(list).body();
    }

    /// Rows of this group that somebody is shown.
    public int count(PersonId person, String table) {
        return as(
                person,
                () -> RunningPeerage.shared()
                        .bean(JdbcClient.class)
                        .sql("select count(*) from breach." + table + " where group_id = :group")
                        .param("group", here.group.value())
                        .query(Integer.class)
                        .single());
    }
}
