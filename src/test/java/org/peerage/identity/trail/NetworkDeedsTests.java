package org.peerage.identity.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.networks.NetworkFixture;
import org.peerage.networks.NetworkId;
import org.peerage.networks.Networks;
import org.peerage.proposals.ProposalFixture;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What is done in a network is done here once, through its pages, and stands in the chain of the network and
/// in that of who did it.
class NetworkDeedsTests {

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup();
    private final Pages pages = Pages.seenBy(here.convener);

    /// Where it was done, and by whom.
    record Place(UUID network, PersonId convener) {}

    static Stream<Deed> done() {
        return Stream.of(Deed.values()).filter(Deed::inNetwork);
    }

    @ParameterizedTest
    @MethodSource("done")
    void whatAConvenerDoesStandsInTheChainOfTheNetworkAndInTheirOwn(Deed deed) {
        var place = act(deed);
        var ofNetwork = told(place.convener(), place.network());
        assertThat(ofNetwork).extracting(Entry::kind).contains(deed.word());
        assertThat(ofNetwork)
                .extracting(Entry::person)
                .containsOnly(place.convener().value());
        assertThat(ofNetwork)
                .extracting(entry -> entry.kind() + entry.about())
                .as("the same in their own")
                .isSubsetOf(told(place.convener(), place.convener().value()).stream()
                        .map(entry -> entry.kind() + entry.about())
                        .toList());
        var page = Pages.seenBy(place.convener())
                .get("/networks/" + place.network() + "/trail")
                .page();
        assertThat(page.select("dd[data-kind=" + deed.word() + "]").eachText())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).endsWith(", by you").doesNotContain("no sentence"));
        assertThat(page.select("own-trail > p.notice")).isEmpty();
    }

    /// A kind that nothing here does fails.
    private Place act(Deed deed) {
        var where = "/networks/" + here.network;
        switch (deed) {
            case NETWORK_FOUNDED, GROUP_FORMED -> assertThat(here.group).isNotNull();
            case NETWORK_CHANGED ->
                led(pages.post(where + "/edit", "name", "Quay Circle", "purpose", "Peers", "zone", "Europe/London"));
            case PEOPLE_IMPORTED ->
                NetworkFixture.imported(
                        here.convener, here.network, "name,organisation,email\nNoor Example,Quay,noor@example.org\n");
            case PEOPLE_ADDED -> led(pages.post(where + "/people", "people", "Ada Sample, Quay Works"));
            case PERSON_CORRECTED -> {
                var form = pages.get(where + "/people/" + here.aSpareLeader()).page();
                led(pages.post(
                        form.expectFirst("main form").attr("action"),
                        with(fields(form.expectFirst("main form")), "name", "Ada Sample")));
            }
            case PERSON_REMOVED -> led(pages.post(where + "/people/" + here.aSpareLeader() + "/remove"));
            case PEOPLE_TAKEN -> seen(pages.get(where + "/people.csv"));
            case GROUPS_TAKEN -> seen(pages.get(where + "/groups.csv"));
            case HOOK_MADE -> aHook();
            case HOOK_SECRET -> seen(pages.post(aHook() + "/secret", "turn", "0"));
            case HOOK_ON -> led(pages.post(aHook() + "/on"));
            case HOOK_ENDED -> led(pages.post(aHook() + "/end"));
            case CONVENER_APPOINTED -> led(pages.post(where + "/conveners/" + NetworkFixture.aMemberOf(here.network)));
            case CONVENER_ENDED -> {
                var other = where + "/conveners/" + NetworkFixture.aMemberOf(here.network);
                led(pages.post(other));
                led(pages.post(other + "/end"));
            }
            case CHAIR_APPOINTED -> here.appoint(here.aSpareSeat());
            case PROPOSAL_ACCEPTED -> {
                return acceptedProposal();
            }
            case SPONSOR_INVITED -> aSponsor();
            case SPONSOR_LINK -> seen(pages.post(where + "/sponsors/" + aSponsor() + "/link"));
            case SPONSOR_ENDED -> led(pages.post(where + "/sponsors/" + aSponsor() + "/end"));
            default -> throw new AssertionError("nothing here does " + deed);
        }
        return new Place(here.network.value(), here.convener);
    }

    private String aHook() {
        var answer = pages.post(
                "/networks/" + here.network + "/hooks",
                "request",
                Ids.next().toString(),
                "address",
                "http://127.0.0.1:9/in",
                "event",
                "date.set");
        seen(answer);
        return answer.page().expectFirst("a.button").attr("href");
    }

    private UUID aSponsor() {
        var id = Ids.next();
        seen(pages.post(
                "/networks/" + here.network + "/sponsors", "id", "" + id, "name", "Ines Hollowell", "group", ""));
        return id;
    }

    private Place acceptedProposal() {
        var proposal = ProposalFixture.aProposalFor(24);
        var form = proposal.pages().get(proposal.path() + "/forming?group=1").page();
        led(proposal.pages().post(proposal.path() + "/forming", fields(form.expectFirst("main form"))));
        return new Place(proposal.seen().network().value(), proposal.convener());
    }

    private static void seen(Pages.Answer answer) {
        assertThat(answer.status()).as(answer.page().select(".wrong").text()).isEqualTo(200);
    }

    private static void led(Pages.Answer answer) {
        assertThat(answer.status()).as(answer.page().select(".wrong").text()).isEqualTo(302);
    }

    private static String[] fields(Element form) {
        var fields = new ArrayList<String>();
        form.select("input[name], select[name], textarea[name]")
                .forEach(field -> fields.addAll(List.of(
                        field.attr("name"),
                        field.is("select") ? field.select("option[selected]").attr("value") : field.val())));
        return fields.toArray(String[]::new);
    }

    private static String[] with(String[] fields, String name, String value) {
        for (var i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(name)) {
                fields[i + 1] = value;
            }
        }
        return fields;
    }

    private List<Entry> told(PersonId who, UUID chain) {
        return as(who, () -> peerage.bean(TrailStore.class).after(chain, 0));
    }

    @Test
    void anotherConvenerReadsItAndNobodyElseDoes() {
        var other = NetworkFixture.aMemberOf(here.network);
        var path = "/networks/" + here.network + "/trail";
        for (var outside : List.of(other, NetworkFixture.aPerson(), GroupFixture.aGroup().convener)) {
            assertThat(Pages.seenBy(outside).get(path).status()).isEqualTo(404);
            assertThat(Pages.seenBy(outside).get(path + "/entries").status()).isEqualTo(404);
            assertThat(told(outside, here.network.value())).isEmpty();
        }
        convenes(other, here.network);
        assertThat(Pages.seenBy(other).get(path).page().select("dd").eachText())
                .contains("A group was formed, by somebody who is not in the directory");
        as(here.convener, () -> peerage.bean(Networks.class).seat(here.network, null, here.convener, "Mara Example"));
        var page = Pages.seenBy(other).get(path).page();
        assertThat(page.select("dd").eachText())
                .hasSizeGreaterThan(1)
                .contains("The network was founded, by Mara Example");
        var entries = JsonMapper.shared()
                .readTree(Pages.seenBy(other).get(path + "/entries?after=0").body());
        assertThat(entries.size()).hasToString(page.expectFirst("own-trail").attr("data-number"));
        assertThat(page.expectFirst("own-trail").attr("data-entries")).isEqualTo(path + "/entries");
        assertThat(pages.get("/networks/" + here.network).page().select("a[href=" + path + "]"))
                .isNotEmpty();
    }

    /// Neither in a network that one does not convene, nor in another's name.
    @Test
    void nobodyWritesIntoTheChainOfAForeignNetworkOrInAnothersName() {
        var member = NetworkFixture.aMemberOf(here.network);
        for (var attempt : List.of(
                new Attempt(member, member),
                new Attempt(here.convener, member),
                new Attempt(NetworkFixture.aFounder(), member))) {
            assertThat(refused(attempt)).as(attempt.toString()).isTrue();
        }
        assertThat(refused(new Attempt(here.convener, here.convener))).isFalse();
    }

    private record Attempt(PersonId acting, PersonId written) {}

    private boolean refused(Attempt attempt) {
        try {
            return as(
                            attempt.acting(),
                            () -> peerage.bean(JdbcClient.class)
                                    .sql("""
                            insert into identity.audit (id, chain, person_id, network_id, kind, at)
                            values (:id, :network, :person, :network, 'people-taken', now())
                            """)
                                    .param("id", Ids.next())
                                    .param("network", here.network.value())
                                    .param("person", attempt.written().value())
                                    .update())
                    != 1;
        } catch (DataAccessException refused) {
            return true;
        }
    }

    private void convenes(PersonId person, NetworkId network) {
        peerage.asSuperuser(
                "update networks.member set role = 'convener' where network_id = ? and person_id = ?",
                network.value(),
                person.value());
    }
}
