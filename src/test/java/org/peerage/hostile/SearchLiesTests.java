package org.peerage.hostile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerage.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a server gives for searching and exporting, bent: nothing false is found, and what is kept back is counted.
class SearchLiesTests extends RoomUnderAttack {

    private static final String RECORDS = "/rooms/[^/]+/records";
    private static final String SEARCH = HOME + "/search";
    private static final JsonMapper JSON = JsonMapper.shared();

    @BeforeEach
    void twoHaveWritten() {
        writes(MARA, "Barley by Mara");
        writes(JON, "Barley by Jon");
    }

    private static Lie lie(String name, Consumer<ArrayNode> bent) {
        return Lie.aboutPath(name, RECORDS, (asked, honest) -> {
            var answer = (ObjectNode) JSON.readTree(honest.answer().body());
            bent.accept((ArrayNode) answer.path("records"));
            return Lie.Answer.json(200, answer.toString());
        });
    }

    private static void finds(Lie lie, int missing) {
        onANewDevice(MARA);
        MARAS.tells(lie);
        opens(MARA, SEARCH);
        MARA.sees(missing + " texts that members have signed could not be read");
        MARA.fill("Look for", "barley");
        assertThat(MARA.page().locator("room-search[data-ready]")).hasCount(1);
    }

    private static JsonNode header(JsonNode record) {
        return record.path("header");
    }

    @Test
    void whatIsKeptBackIsCounted() {
        finds(lie("no texts at all", ArrayNode::removeAll), written());
        assertThat(MARA.page().locator("[data-results] > li")).hasCount(0);
    }

    @Test
    void anotherAuthorIsNotFound() {
        finds(
                lie(
                        "every author exchanged",
                        records -> records.forEach(record -> {
                            var author = header(record).path("author").asString();
                            var other = author.equals(fingerprint(MARA)) ? fingerprint(JON) : fingerprint(MARA);
                            ((ObjectNode) header(record)).put("author", other);
                        })),
                written());
        assertThat(MARA.page().locator("[data-results] > li")).hasCount(0);
    }

    @Test
    void oneTextInThePlaceOfAnotherIsNotFound() {
        finds(
                lie("every text the same bytes", records -> {
                    var first = records.get(0).path("ciphertext").asString();
                    records.forEach(record -> ((ObjectNode) record).put("ciphertext", first));
                }),
                written() - 1);
    }

    private static String fingerprint(Visitor visitor) {
        return (String) js(visitor, "return (await keyring.current()).fp");
    }

    private static int written() {
        return ((Number) js(MARA, """
                const room = await openRoom('%s');
                await room.refresh();
                return [...room.ledger.puts.values()].filter(({kind, deleted}) => kind !== 'invitation' && !deleted).length;
                """.formatted(ROOM))).intValue();
    }
}
