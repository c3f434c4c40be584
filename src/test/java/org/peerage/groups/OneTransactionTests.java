package org.peerage.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerage.Pages;
import org.peerage.Statements;
import org.peerage.Transactions;
import org.peerage.tenancy.PersonId;

/// Every page about a group is one look at the database: what it shows was so at one moment, and a connection is taken
/// once.
class OneTransactionTests {

    private static final GroupFixture HERE = GroupFixture.aGroup().with(3).inAnOpenRoom();

    @ParameterizedTest
    @CsvSource({"/groups/%s", "/groups/%s/seats", "/groups/%s/charter", "/groups/%s/room", "/groups/%s/dates", "/"})
    void aPageIsOneTransaction(String path) throws Exception {
        assertThat(Transactions.of(() -> shown(HERE.chair(), path.formatted(HERE.group))))
                .isEqualTo(1);
    }

    @Test
    void aConvenersPagesAreToo() throws Exception {
        for (var path : new String[] {"/", "/groups/" + HERE.group, HERE.network.address() + "/groups"}) {
            assertThat(Transactions.of(() -> shown(HERE.convener, path)))
                    .as(path)
                    .isEqualTo(1);
        }
    }

    /// Each module that has something to say of a group asks for it; the figures are what they ask today.
    @ParameterizedTest
    @CsvSource({"/groups/%s, 41", "/, 42"})
    void aPageAsksForNoMore(String path, int most) throws Exception {
        for (var person : List.of(HERE.chair(), HERE.members.getFirst())) {
            assertThat(Statements.of(() -> shown(person, path.formatted(HERE.group))))
                    .hasSizeLessThanOrEqualTo(most);
        }
    }

    private static Pages.Answer shown(PersonId person, String path) {
        var answer = Pages.seenBy(person).get(path);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }
}
