package org.peerage.groups.seats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.groups.seats.SeatFixture.seats;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may make a sign-in link for whom: asked of the pages and of the database itself.
class HelpingPageTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final Caller convener = Caller.enrolled(peerage, "Carla Convener", "networks.found", Ids.next());
    private final GroupFixture here =
            GroupFixture.aGroupIn(NetworkFixture.aNetworkOf(convener.person()), convener.person());
    private Caller chair = Caller.stranger(peerage);
    private Caller member = Caller.stranger(peerage);
    private Caller other = Caller.stranger(peerage);

    @BeforeEach
    void aChairAndTwoMembersSitInTheGroup() {
        chair = seated("Mara Chair", convener, true);
        member = seated("Ben Member", chair, false);
        other = seated("Noor Other", chair, false);
    }

    private Caller seated(String name, Caller inviter, boolean asChair) {
        var seat = here.aSeat(name + " Works");
        if (asChair) {
            here.appoint(seat);
        }
        var row = inviter.post("/groups/" + here.group + "/seats/" + seat + "/link", Map.of());
        var link = org.jsoup.Jsoup.parse(row.body())
                .expectFirst("personal-link[data-url^=http]")
                .attr("data-url");
        return Caller.named(peerage, name).takeUp(link);
    }

    @Test
    void thoseWhoChairOrConveneMakeALinkAndNobodyElseDoes() {
        var elsewhere = Caller.enrolled(peerage, "Otto Elsewhere", "networks.found", Ids.next());
        NetworkFixture.aNetworkOf(elsewhere.person());
        var otherChair = GroupFixture.aGroup().with(2);
        assertThat(make(chair, member).statusCode()).isEqualTo(200);
        assertThat(make(convener, member).statusCode()).isEqualTo(200);
        assertThat(make(convener, chair).statusCode()).isEqualTo(200);
        for (var nobody : List.of(member, other, elsewhere, Caller.enrolled(peerage, "Sam Stranger"))) {
            assertThat(make(nobody, member).statusCode()).isEqualTo(404);
        }
        assertThat(make(member, chair).statusCode()).isEqualTo(404);
        assertThat(make(chair, chair).statusCode()).isEqualTo(404);
        assertThat(make(chair, convener).statusCode()).isEqualTo(404);
        assertThat(make(Caller.stranger(peerage), member).statusCode()).isIn(302, 401);
        assertThat(chair.page("/sign-in-links").text()).contains("Ben Member", "Noor Other", "Tuesday Circle");
        assertThat(member.page("/sign-in-links").text()).contains("There are none yet.");

        assertThat(inserts(chair.person(), member.person())).isTrue();
        assertThat(inserts(convener.person(), member.person())).isTrue();
        for (var nobody : List.of(member.person(), other.person(), elsewhere.person(), otherChair.chair())) {
            assertThat(inserts(nobody, chair.person()))
                    .as("%s for the chair", nobody)
                    .isFalse();
            assertThat(inserts(nobody, nobody)).as("%s for themselves", nobody).isFalse();
        }
        assertThat(inserts(chair.person(), convener.person())).isFalse();
    }

    @Test
    void whoConvenesAnotherNetworkIsNotTheChairsToLetIn() {
        var founder = NetworkFixture.aFounder();
        here.accept(
                founder, "Fay Founder", here.invite(chair.person(), here.aSeat("Fay Works")), lastSeat("Fay Works"));
        NetworkFixture.aNetworkOf(founder);
        var answer = chair.post("/sign-in-links/people/" + founder, Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Fay Founder convenes another network", "./peerage enrol --person");
        assertThat(inserts(chair.person(), founder)).isFalse();
        assertThat(chair.page("/sign-in-links?q=fay").select("li.card button")).isEmpty();
    }

    @Test
    void theLinkIsShownOnceCanBeTakenBackAndIsKnownToWhomItLetsIn() {
        var shown = org.jsoup.Jsoup.parse(make(chair, member).body());
        var url = shown.expectFirst("copy-once input").val();
        assertThat(url).startsWith(peerage.base() + "/join/");
        assertThat(chair.get("/sign-in-links").body()).doesNotContain(url);
        assertThat(member.page("/keys").text()).contains("Made by Mara Chair");

        var next = org.jsoup.Jsoup.parse(make(chair, member).body())
                .expectFirst("copy-once input")
                .val();
        assertThat(Caller.stranger(peerage).get(path(url)).statusCode())
                .as("an earlier link of the same hand")
                .isEqualTo(404);
        assertThat(Caller.stranger(peerage).get(path(next)).statusCode()).isEqualTo(200);
        var revoke = chair.page("/sign-in-links")
                .expectFirst("form[action$=/revoke]")
                .attr("action");
        assertThat(other.post(revoke, Map.of()).statusCode()).isEqualTo(302);
        assertThat(Caller.stranger(peerage).get(path(next)).statusCode()).isEqualTo(200);
        chair.post(revoke, Map.of());
        assertThat(Caller.stranger(peerage).get(path(next)).statusCode()).isEqualTo(404);
    }

    @Test
    void whatALinkIsForCannotBeChanged() {
        make(chair, member);
        for (var change : List.of("person_id = issued_by", "kind = 'networks.found'", "expires_at = 'infinity'")) {
            assertThatThrownBy(() -> as(chair.person(), "update identity.personal_link set " + change))
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private java.net.http.HttpResponse<String> make(Caller by, Caller forWhom) {
        return by.post("/sign-in-links/people/" + forWhom.person(), Map.of());
    }

    private UUID lastSeat(String organisation) {
        return seats(here, convener.person()).filled().stream()
                .filter(seat -> seat.organisation().equals(organisation))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private static String path(String url) {
        return java.net.URI.create(url).getPath();
    }

    /// Past all code, as somebody would who found a way to run a statement of their own.
    private boolean inserts(PersonId by, PersonId forWhom) {
        try {
            as(by, """
                    insert into identity.personal_link
                        (id, token_hash, kind, person_id, afterwards, issued_by, issued_at, expires_at)
                    values ('%s', decode(md5(random()::text), 'hex'), 'sign-in', '%s', '/keys', '%s', now(), now())
                    """.formatted(UUID.randomUUID(), forWhom, by));
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    private void as(PersonId by, String statement) {
        Acting.as(
                new Actor.Person(by),
                () -> peerage.inTransaction(
                        () -> peerage.bean(JdbcClient.class).sql(statement).update()));
    }
}
