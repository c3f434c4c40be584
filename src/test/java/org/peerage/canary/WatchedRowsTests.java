package org.peerage.canary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;

class WatchedRowsTests {

    private static final String GROUPS = "groups.\"group\"";

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void whatIsWrittenOrChangedIsSeenInItsTable() {
        try (var rows = new WatchedRows(peerage.login("peerage_backup"), table -> table.startsWith("groups."))) {
            var before = rows.now();
            var group = GroupFixture.aGroup().group.value();
            var written = rows.now();
            assertThat(written).containsOnlyKeys(before.keySet());
            assertThat(before.get(GROUPS)).doesNotContain(group.toString());
            assertThat(written.get(GROUPS)).contains(group.toString());

            var name = "Renamed " + group;
            peerage.asSuperuser("update groups.\"group\" set name = ? where id = ?", name, group);
            assertThat(written.get(GROUPS)).doesNotContain(name);
            assertThat(rows.now().get(GROUPS)).contains(name);
        }
    }

    /// The rows of others are not looked at, whatever happens there.
    @Test
    void whatNobodyWatchesIsNotThere() {
        try (var rows = new WatchedRows(peerage.login("peerage_backup"), GROUPS::equals)) {
            assertThat(rows.now()).containsOnlyKeys(GROUPS);
            GroupFixture.aGroup();
            assertThat(rows.now()).containsOnlyKeys(GROUPS);
        }
    }
}
