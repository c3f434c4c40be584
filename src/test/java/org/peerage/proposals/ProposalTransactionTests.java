package org.peerage.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.Transactions;
import org.peerage.networks.directory.Directory;
import org.peerage.proposals.runs.RunFixture;
import org.peerage.tenancy.Ids;

/// Every page about a network, its people and its proposals is one look at the database, and so is every act, with the
/// page that refuses it.
class ProposalTransactionTests {

    private static final ProposalFixture HERE = ProposalFixture.aProposalFor(36);

    private final Pages convener = HERE.pages();
    private final String network = HERE.here.network.address();

    @Test
    void aPageIsOneTransaction() throws Exception {
        var leader = network + "/directory/" + someone();
        for (var path : List.of(
                network,
                network + "/edit",
                network + "/import",
                network + "/directory",
                network + "/directory?words=works&stage=Growth",
                leader,
                network + "/placements/" + someone(),
                network + "/proposals",
                network + "/proposals/new",
                network + "/proposals/wishes",
                network + "/proposals/competitors?smallest=8",
                "/proposals/runs/" + HERE.seen().run(),
                HERE.path(),
                HERE.path() + "?find=works&view=places",
                HERE.path() + "/groups.csv",
                HERE.path() + "/groups/1",
                HERE.path() + "/seats/" + someone(),
                HERE.path() + "/forming?group=1",
                HERE.path() + "/forming",
                HERE.path() + "/compare/" + HERE.id)) {
            assertThat(Transactions.of(() -> convener.get(path))).as(path).isEqualTo(1);
            assertThat(Transactions.of(() -> convener.fragment(path)))
                    .as("part of " + path)
                    .isEqualTo(1);
        }
    }

    @Test
    void anActIsOneTransactionWhateverComesOfIt() throws Exception {
        var move = HERE.aMove();
        var acts = new ArrayList<List<String>>();
        acts.add(List.of(network + "/edit", "name", "Harbour Circle", "purpose", "", "zone", "Europe/Lisbon"));
        acts.add(List.of(network + "/edit", "name", "", "purpose", "", "zone", "Europe/Lisbon"));
        acts.add(List.of(network + "/directory/" + someone() + "/companions", "who", "Works 0"));
        acts.add(List.of(network + "/proposals/wishes", "one", "Works 0", "other", "Works 002", "kind", "apart"));
        acts.add(List.of(network + "/proposals", "run", uuid()));
        acts.add(List.of(HERE.path() + "/name", "name", "Spring"));
        acts.add(List.of(HERE.path() + "/copy", "copy", uuid(), "name", "Another"));
        acts.add(List.of(HERE.path() + "/again", "run", uuid(), "seconds", "1"));
        acts.add(List.of(
                HERE.path() + "/change", "kind", "move", "who", move.who(), "to", "" + move.to(), "version", "99"));
        acts.add(List.of(HERE.path() + "/groups/1/lock", "locked", "true"));
        acts.add(List.of(HERE.path() + "/forming", "group", "2", "version", "0"));
        for (var act : acts) {
            assertThat(Transactions.of(() -> convener.post(
                            act.getFirst(), act.subList(1, act.size()).toArray(String[]::new))))
                    .as(String.join(" ", act))
                    .isEqualTo(1);
        }
    }

    private static String someone() {
        return as(
                        HERE.convener(),
                        () -> RunFixture.PEERAGE.bean(Directory.class).search(HERE.here.network, "", 1))
                .getFirst()
                .id()
                .toString();
    }

    private static String uuid() {
        return Ids.next().toString();
    }
}
