package org.peerage.groups.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peerage.groups.GroupFixture.PEERAGE;
import static org.peerage.groups.GroupFixture.aGroup;
import static org.peerage.groups.GroupFixture.groups;
import static org.peerage.networks.NetworkFixture.as;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peerage.groups.GroupFixture;
import org.peerage.tenancy.PersonId;
import org.peerage.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may change a charter and sign it, at the real database.
class ChartersTests {

    @Test
    void theChairsSignatureFixesTheWordsForEver() {
        var here = aGroup().with(2);
        var draft = (Charter.Draft) found(here, here.chair());
        assertThat(edit(here, here.chair(), Map.of("graceMinutes", "5"), Set.of("retreats")))
                .isInstanceOf(Charters.Editing.Kept.class);

        here.sign(here.chair());
        here.sign(here.members.getFirst());

        var fixed = (Charter.Fixed) found(here, here.chair());
        assertThat(fixed.signatures()).extracting(Charter.Signature::name).containsExactly("Mara Example", "Member 1");
        assertThat(fixed.words()).extracting(Clause.Written::title).doesNotContain("Retreats");
        assertThat(fixed.words().getFirst().text()).startsWith("We are Tuesday Circle. We grow what we were given.");
        assertThat(edit(here, here.chair(), Map.of("graceMinutes", "7"), Set.of()))
                .isInstanceOf(Charters.Editing.Fixed.class);
        assertThat(as(here.chair(), () -> store().keep(here.group, draft))).isFalse();
        assertThat(as(
                        here.chair(),
                        () -> PEERAGE.bean(JdbcClient.class)
                                .sql("update groups.charter set words = '[]' where group_id = :id")
                                .param("id", here.group.value())
                                .update()))
                .isZero();
        assertThat(as(here.chair(), () -> groups().terms(here.group))).hasValueSatisfying(terms -> {
            assertThat(terms.signed()).isTrue();
            assertThat(terms.graceMinutes()).isEqualTo(5);
            assertThat(terms.text("fines")).isEqualTo("none");
        });
        assertThat(as(here.convener, () -> charters().signers(here.group)))
                .containsExactlyInAnyOrder(here.chair(), here.members.getFirst());
    }

    /// Choices that were parameters once: what the chair of a draft had chosen is said in words when they go.
    @Test
    void aDraftKeepsWhatItsChairHadChosenOfFormerTerms() throws SQLException, IOException {
        var draft = aGroup().with(1);
        var signed = aGroup().with(1);
        signed.sign(signed.chair());
        var login = PEERAGE.login("postgres");
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("""
                    update groups.charter set own = '{"money": "We share."}',
                           values = values || '{"purse": "none", "guests": "chair", "chairing": "appointed"}'
                    where group_id = '%s'""".formatted(draft.group));
            sql.execute(Files.readString(Path.of("src/main/resources/db/migration/groups/V9__fewer_terms.sql")));
            try (var rows = sql.executeQuery("select own ->> 'money', own ->> 'guests', own ? 'chair', values ? 'purse'"
                    + " from groups.charter where group_id = '" + draft.group + "'")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("We share. (Who keeps the purse: There is none)");
                assertThat(rows.getString(2)).endsWith("The chair decides and announces it with the agenda.");
                assertThat(rows.getBoolean(3)).as("as it was anyway").isFalse();
                assertThat(rows.getBoolean(4)).isFalse();
            }
            try (var rows = sql.executeQuery(
                    "select own from groups.charter where group_id = '" + signed.group + "' and own <> '{}'")) {
                assertThat(rows.next()).as("what is signed").isFalse();
            }
            connection.rollback();
        }
    }

    @Test
    void aMemberNeitherSignsFirstNorChangesTheDraft() {
        var here = aGroup().with(2);
        var member = here.members.getFirst();
        assertThat(as(member, () -> charters().sign(here.group, 1))).isEqualTo(Charters.Signing.CHAIR_FIRST);
        assertThatThrownBy(() -> edit(here, member, Map.of(), Set.of())).isInstanceOf(NotFound.class);
        var draft = (Charter.Draft) found(here, member);
        assertThat(as(member, () -> store().keep(here.group, draft))).isFalse();
        assertThatThrownBy(() -> as(here.convener, () -> charters().sign(here.group, 1)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theCharterOfAnotherGroupIsNotThere() {
        var here = aGroup().with(1);
        var there = aGroup().with(1);
        assertThat(as(here.chair(), () -> store().find(there.group))).isEmpty();
        assertThatThrownBy(() -> as(here.chair(), () -> charters().page(there.group)))
                .isInstanceOf(NotFound.class);
    }

    private static Charters.Editing edit(
            GroupFixture here, PersonId person, Map<String, String> terms, Set<String> strike) {
        return as(person, () -> charters().edit(here.group, 1, Charter.Typed.terms(terms, strike)));
    }

    private static Charter found(GroupFixture here, PersonId person) {
        return as(person, () -> store().find(here.group)).orElseThrow();
    }

    private static CharterStore store() {
        return PEERAGE.bean(CharterStore.class);
    }

    private static Charters charters() {
        return PEERAGE.bean(Charters.class);
    }
}
