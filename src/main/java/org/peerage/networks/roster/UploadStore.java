package org.peerage.networks.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerage.networks.NetworkId;
import org.peerage.rosters.Column;
import org.peerage.rosters.Heading;
import org.peerage.rosters.Mapping;
import org.peerage.tenancy.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Rosters between upload and import. Each convener sees their own only.
@Component
class UploadStore {

    static final Duration KEPT = Duration.ofHours(24);
    private static final TypeReference<Map<String, Integer>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, List<Integer>>> PLACES = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    UploadStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Upload upload) {
        sql.sql("""
                insert into networks.upload
                    (id, network_id, person_id, file_name, content, encoding, separator, heading, columns, uploaded_at)
                values (:id, :network, :person, :name, :content, :encoding, :separator, :heading,
                        cast(:columns as jsonb), :now)
                """)
                .param("id", upload.id())
                .param("network", upload.network().value())
                .param("person", Acting.me().value())
                .param("name", upload.fileName())
                .param("content", upload.content().bytes())
                .param("encoding", upload.encoding())
                .param("separator", upload.separator())
                .param("heading", upload.heading().key())
                .param("columns", places(upload.mapping()))
                .param("now", Timestamp.from(upload.uploadedAt()))
                .update();
    }

    Optional<Upload> find(NetworkId network, UUID id, Instant now) {
        return sql.sql("""
                select id, network_id, file_name, content, encoding, separator, heading, columns, left_out, uploaded_at,
                       outcome
                from networks.upload
                where id = :id and network_id = :network and uploaded_at > :oldest
                """)
                .param("id", id)
                .param("network", network.value())
                .param("oldest", Timestamp.from(now.minus(KEPT)))
                .query(this::upload)
                .optional();
    }

    /// Waits for whoever holds the upload, so that of two submits the second sees what the first did.
    Optional<Upload> hold(NetworkId network, UUID id, Instant now) {
        return sql.sql("""
                select id, network_id, file_name, content, encoding, separator, heading, columns, left_out, uploaded_at,
                       outcome
                from networks.upload
                where id = :id and network_id = :network and uploaded_at > :oldest
                for update
                """)
                .param("id", id)
                .param("network", network.value())
                .param("oldest", Timestamp.from(now.minus(KEPT)))
                .query(this::upload)
                .optional();
    }

    void choose(Upload upload) {
        sql.sql("""
                update networks.upload
                set encoding = :encoding, separator = :separator, heading = :heading, columns = cast(:columns as jsonb),
                    left_out = cast(:left as integer[])
                where id = :id and imported_at is null
                """)
                .param("id", upload.id())
                .param("encoding", upload.encoding())
                .param("separator", upload.separator())
                .param("heading", upload.heading().key())
                .param("left", upload.leftOut().toArray(Integer[]::new))
                .param("columns", places(upload.mapping()))
                .update();
    }

    /// The rows are in the directory now; the file is kept no longer, what became of it is.
    void imported(UUID id, Upload.Outcome outcome, Instant now) {
        var counts = outcome.counts().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        entry -> entry.getKey().key(), Map.Entry::getValue));
        sql.sql("""
                update networks.upload
                set imported_at = :now, outcome = cast(:outcome as jsonb), content = ''
                where id = :id
                """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("outcome", json.writeValueAsString(counts))
                .update();
    }

    void discard(NetworkId network, UUID id) {
        sql.sql("delete from networks.upload where id = :id and network_id = :network and imported_at is null")
                .param("id", id)
                .param("network", network.value())
                .update();
    }

    /// What waits to be imported, newest first, without the content.
    List<Waiting> waiting(NetworkId network, Instant now) {
        return sql.sql("""
                select id, file_name, uploaded_at
                from networks.upload
                where network_id = :network and imported_at is null and uploaded_at > :oldest
                order by uploaded_at desc
                """)
                .param("network", network.value())
                .param("oldest", Timestamp.from(now.minus(KEPT)))
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getTimestamp("uploaded_at").toInstant()))
                .list();
    }

    record Waiting(UUID id, String fileName, Instant uploadedAt) {}

    /// Runs as the program `networks.tidying`, whose policy shows expired uploads only.
    int removeExpired() {
        return sql.sql("delete from networks.upload where uploaded_at < now() - interval '24 hours'")
                .update();
    }

    private String places(Mapping mapping) {
        return json.writeValueAsString(mapping.places().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        entry -> entry.getKey().key(), Map.Entry::getValue)));
    }

    private Upload upload(ResultSet row, int number) throws SQLException {
        var places = new EnumMap<Column, List<Integer>>(Column.class);
        json.readValue(row.getString("columns"), PLACES)
                .forEach((key, place) -> Column.named(key).ifPresent(column -> places.put(column, place)));
        return new Upload(
                row.getObject("id", UUID.class),
                new NetworkId(row.getObject("network_id", UUID.class)),
                row.getString("file_name"),
                new RosterBytes(row.getBytes("content")),
                row.getString("encoding"),
                row.getString("separator"),
                Heading.named(row.getString("heading")).orElse(Heading.NONE),
                new Mapping(places),
                Set.of((Integer[]) row.getArray("left_out").getArray()),
                row.getTimestamp("uploaded_at").toInstant(),
                Optional.ofNullable(row.getString("outcome")).map(this::outcome));
    }

    private Upload.Outcome outcome(String text) {
        var counts = new EnumMap<Roster.Kind, Integer>(Roster.Kind.class);
        json.readValue(text, NUMBERS)
                .forEach((key, count) -> counts.put(Roster.Kind.valueOf(key.toUpperCase(Locale.ROOT)), count));
        return new Upload.Outcome(counts);
    }
}
