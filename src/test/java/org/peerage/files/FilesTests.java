package org.peerage.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.sealing.FileParts;
import org.peerage.sealing.KeyholderRoom;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Ids;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A file is complete or not there, for whoever reads the text that it came with, and nothing of it stays behind.
class FilesTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId noor = here.members.get(1);
    private final String wall = "/groups/" + here.group + "/wall";
    private final String files = "/groups/" + here.group + "/files";

    @Test
    void itIsThereOnceATextHasBroughtItAndForTheRoomAlone() {
        var id = begun(ada, 1);
        var file = file(id);
        assertThat(sent(ada, id, 0, file)).isEqualTo(204);
        for (var person : List.of(ada, noor)) {
            assertThat(Pages.seenBy(person).get(files + "/" + id + "/0").status())
                    .as("on its way")
                    .isEqualTo(404);
        }
        var said = say(ada, Map.of(id, file));
        assertThat(said.at()).isEqualTo(wall);
        var part = Pages.seenBy(noor).get(files + "/" + id + "/0");
        assertThat(part.raw().getContentAsByteArray()).isEqualTo(file.parts().getFirst());
        assertThat(part.contentType()).isEqualTo("application/octet-stream");
        assertThat(part.raw().getHeader("Content-Disposition")).isEqualTo("attachment");
        assertThat(part.raw().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(part.raw().getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(Pages.seenBy(noor)
                        .get(wall)
                        .page()
                        .select(".thread sealed-file")
                        .eachAttr("data-id"))
                .containsExactly(id.toString());

        var elsewhere = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var stranger = elsewhere.members.getFirst();
        assertThat(Pages.seenBy(stranger).get(files + "/" + id + "/0").status()).isEqualTo(404);
        assertThat(Pages.seenBy(stranger)
                        .get("/groups/" + elsewhere.group + "/files/" + id + "/0")
                        .status())
                .as("by the address of their own group")
                .isEqualTo(404);
        assertThat(rows(stranger)).isZero();
        assertThat(rows(here.convener)).isZero();
        here.letOut(noor);
        assertThat(rows(noor)).as("of whoever was let out").isZero();
    }

    @Test
    void whatIsSentTwiceIsKeptOnceAndNotExchanged() {
        var id = begun(ada, 1);
        var file = file(id);
        assertThat(sent(ada, id, 0, file)).isEqualTo(204);
        assertThat(sent(ada, id, 0, FileParts.seal(here.heldRoom().id(), id, new byte[9])))
                .isEqualTo(204);
        var sealed = here.sealedWith(ada, about(Ids.next()), Map.of(id, file));
        for (var again = 0; again < 2; again++) {
            assertThat(Pages.seenBy(ada).post(wall, "sealed", sealed).at()).isEqualTo(wall);
        }
        assertThat(sent(ada, id, 0, file)).as("after it was put").isEqualTo(204);
        assertThat(Pages.seenBy(noor).get(files + "/" + id + "/0").raw().getContentAsByteArray())
                .isEqualTo(file.parts().getFirst());
        assertThat(Pages.seenBy(noor).get(wall).page().select(".thread sealed-file"))
                .hasSize(1);
    }

    @Test
    void aFileThatIsNotCompleteOrNotOnesOwnComesWithNoText() {
        var half = begun(ada, 2);
        var file = file(half);
        assertThat(sent(ada, half, 0, file)).isEqualTo(204);
        assertThat(say(ada, Map.of(half, file)).body()).isEqualTo("{\"reason\":\"file-unfinished\"}");
        assertThat(sent(noor, half, 1, file)).as("another's").isEqualTo(404);
        assertThat(sent(ada, half, 2, file)).as("beyond its end").isEqualTo(404);
        assertThat(Pages.seenBy(ada)
                        .put(files + "/" + half + "/1", new byte[80])
                        .body())
                .isEqualTo("{\"reason\":\"malformed\"}");
        assertThat(Pages.seenBy(ada).put(files + "/" + half + "/1", longest()).body())
                .isEqualTo("{\"reason\":\"malformed\"}");
    }

    @Test
    void anothersFileComesWithNoTextOfOnesOwn() {
        var id = begun(noor, 1);
        assertThat(sent(noor, id, 0, file(id))).isEqualTo(204);
        assertThat(say(ada, Map.of(id, file(id))).body()).isEqualTo("{\"reason\":\"file-unfinished\"}");
    }

    @Test
    void aFileAboutAnotherTextIsNotTaken() {
        var id = begun(ada, 1);
        var file = file(id);
        assertThat(sent(ada, id, 0, file)).isEqualTo(204);
        var words =
                here.heldRoom().seal(here.keysOf(ada), about(Ids.next()), Map.of("text", "x"), java.time.Instant.now());
        var record = here.heldRoom()
                .seal(
                        here.keysOf(ada),
                        new KeyholderRoom.About(FileParts.KIND, id, Ids.next()),
                        file.body("a", "b"),
                        java.time.Instant.now());
        assertThat(Pages.seenBy(ada)
                        .post(wall, "sealed", "[" + words.json() + "," + record.json() + "]")
                        .body())
                .isEqualTo("{\"reason\":\"text-missing\"}");
    }

    @Test
    void moreThanAFileOrARoomMayHoldIsRefusedByName() {
        for (var parts : List.of(0, 26)) {
            assertThat(begin(ada, parts).body()).isEqualTo("{\"reason\":\"file-too-large\"}");
        }
        var begun = begun(ada, 25);
        peerage.asSuperuser("""
                insert into files.file (id, group_id, room_id, person_id, parts, begun_at)
                select gen_random_uuid(), group_id, room_id, person_id, 25, begun_at
                from files.file, generate_series(1, 39) where id = ?
                """, begun);
        assertThat(begin(noor, 24).status()).isEqualTo(200);
        assertThat(begin(noor, 1).body()).isEqualTo("{\"reason\":\"files-full\"}");
    }

    @Test
    void whatNoTextCameForIsRemovedAfterADayAndNothingElse() {
        var old = begun(ada, 1);
        assertThat(sent(ada, old, 0, file(old))).isEqualTo(204);
        var put = begun(ada, 1);
        assertThat(sent(ada, put, 0, file(put))).isEqualTo(204);
        assertThat(say(ada, Map.of(put, file(put))).at()).isEqualTo(wall);
        var fresh = begun(ada, 1);
        assertThat(sent(ada, fresh, 0, file(fresh))).isEqualTo(204);
        for (var id : List.of(old, put)) {
            peerage.asSuperuser("update files.file set begun_at = now() - interval '25 hours' where id = ?", id);
        }
        assertThat(Acting.asProgram(
                        "files.tidying", () -> peerage.bean(FileTidying.class).work()))
                .isFalse();
        assertThat(peerage.count("select count(*) from files.part where file_id = ?", old))
                .isZero();
        assertThat(peerage.count("select count(*) from files.part where file_id = ?", put))
                .isOne();
        assertThat(peerage.count("select count(*) from files.part where file_id = ?", fresh))
                .isOne();
    }

    private UUID begun(PersonId person, int parts) {
        return UUID.fromString(
                JSON.readTree(begin(person, parts).body()).path("id").asString());
    }

    private Pages.Answer begin(PersonId person, int parts) {
        return Pages.seenBy(person).post(files, "parts", Integer.toString(parts));
    }

    private int sent(PersonId person, UUID id, int part, FileParts file) {
        return Pages.seenBy(person)
                .put(files + "/" + id + "/" + part, file.parts().getFirst())
                .status();
    }

    private FileParts file(UUID id) {
        return FileParts.seal(here.heldRoom().id(), id, "The plan for the year".getBytes(StandardCharsets.UTF_8));
    }

    private Pages.Answer say(PersonId author, Map<UUID, FileParts> carried) {
        var sealed = here.sealedWith(author, about(Ids.next()), new LinkedHashMap<>(carried));
        return Pages.seenBy(author).post(wall, "sealed", sealed);
    }

    private static KeyholderRoom.About about(UUID entry) {
        return new KeyholderRoom.About("wall-entry", entry, entry);
    }

    private static byte[] longest() {
        var bytes = new byte[FileParts.MOST_SEALED + 1];
        bytes[0] = 1;
        return bytes;
    }

    private int rows(PersonId person) {
        return as(
                person,
                () -> peerage.bean(JdbcClient.class)
                        .sql("""
                        select (select count(*) from files.file where group_id = :group)
                             + (select count(*) from files.part p join files.file f on f.id = p.file_id)
                        """)
                        .param("group", here.group.value())
                        .query(Integer.class)
                        .single());
    }
}
