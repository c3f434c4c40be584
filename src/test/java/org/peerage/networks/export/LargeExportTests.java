package org.peerage.networks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peerage.networks.LeaderFacts;
import org.peerage.networks.ProfileId;
import org.peerage.rosters.Column;
import org.peerage.web.download.Attachment;
import org.peerage.web.download.Portions;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/// A hundred thousand people leave as files, and there is never more of them here than one portion and what a
/// connection takes at a time.
class LargeExportTests {

    private static final int PEOPLE = 100_000;
    private static final int PORTION = 500;

    /// Of one person, in the shortest of the files.
    private static final int LEAST = 20;

    private static final int AT_A_TIME = 1 << 17;

    private final Counter out = new Counter();
    private int asked;

    @Test
    void aTableGoesOutWhileItIsWritten() throws IOException {
        PeopleFiles.table(people(), out);
        assertThat(asked).isEqualTo(PEOPLE / PORTION + 1);
    }

    @Test
    void whatAProgramReadsGoesOutWhileItIsWritten() throws IOException {
        PeopleFiles.json(JsonMapper.shared(), "Example", people(), out);
        assertThat(asked).isEqualTo(PEOPLE / PORTION + 1);
    }

    @Test
    void anAddressBookGoesOutWhileItIsWritten() throws IOException {
        PeopleFiles.contacts(people(), out);
        assertThat(asked).isEqualTo(PEOPLE / PORTION + 1);
    }

    @Test
    void theAnswerTakesItAsItComes() throws IOException {
        var response = new MockHttpServletResponse() {
            @Override
            public jakarta.servlet.ServletOutputStream getOutputStream() {
                return new org.springframework.mock.web.DelegatingServletOutputStream(out);
            }
        };
        Attachment.write(response, "people.csv", "text/csv", to -> PeopleFiles.table(people(), to));
        assertThat(asked).isEqualTo(PEOPLE / PORTION + 1);
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"people.csv\"");
    }

    private Portions<ExportStore.Person> people() {
        return new Portions<>(this::after);
    }

    /// When more is asked for, what came before has gone.
    private List<ExportStore.Person> after(Optional<ExportStore.Person> last) {
        var from = last.map(one -> Integer.parseInt(one.key()) + 1).orElse(0);
        assertThat(from).isEqualTo(asked * PORTION);
        assertThat(out.bytes).isGreaterThanOrEqualTo((long) from * LEAST - AT_A_TIME);
        asked++;
        return IntStream.range(from, Math.min(PEOPLE, from + PORTION))
                .mapToObj(LargeExportTests::person)
                .toList();
    }

    private static ExportStore.Person person(int at) {
        Map<Column, String> facts = new EnumMap<>(Column.class);
        for (var column : Column.values()) {
            facts.put(column, "");
        }
        facts.put(Column.NAME, "Example Person " + at);
        facts.put(Column.ORGANISATION, "Anvil Works");
        return new ExportStore.Person(new ProfileId(new UUID(1, at)), "" + at, false, new LeaderFacts(facts));
    }

    private static final class Counter extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
