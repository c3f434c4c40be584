package org.peerage.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API against the routes, against what they answer, and against what was once promised.
class OpenApiTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final OpenApi DESCRIBED = OpenApi.read("openapi/lobby-v1.json");
    private static final OpenApi FROZEN = OpenApi.read("openapi/lobby-v1.frozen.json");

    private static final GroupFixture HERE = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static {
        HERE.aSpareLeader();
        var dates = PEERAGE.bean(Dates.class);
        var first = set(dates, "2031-03-04T18:00");
        set(dates, "2031-04-08T18:00");
        var last = set(dates, "2031-05-06T18:00");
        as(HERE.chair(), () -> {
            dates.cancel(last);
            return last;
        });
        Pages.seenBy(HERE.members.getFirst()).post("/dates/" + first.value() + "/answer", "coming", "yes");
        Pages.seenBy(HERE.members.getLast()).post("/dates/" + first.value() + "/answer", "coming", "no");
    }

    private static DateId set(Dates dates, String start) {
        return as(HERE.chair(), () -> dates.set(HERE.group, LocalDateTime.parse(start), BERLIN, 240, "Harbour", ""));
    }

    private static Map<String, HandlerMethod> routes() {
        var routes = new TreeMap<String, HandlerMethod>();
        PEERAGE.mappings()
                .getHandlerMethods()
                .forEach((route, handler) -> route.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/v1/"))
                        .forEach(pattern -> routes.put(pattern, handler)));
        return routes;
    }

    @Test
    void everyRouteIsDescribedWithItsParametersAndItsScope() {
        assertThat(DESCRIBED.paths().propertyNames()).containsExactlyInAnyOrderElementsOf(routes().keySet());
        routes().forEach((path, handler) -> {
            var operation = DESCRIBED.paths().path(path).path("get");
            assertThat(parameters(operation)).as(path).isEqualTo(parameters(handler));
            var needs = handler.getMethodAnnotation(Needs.class);
            assertThat(operation
                            .path("security")
                            .valueStream()
                            .flatMap(one -> one.path("token").valueStream())
                            .map(JsonNode::asString))
                    .as(path)
                    .containsExactlyElementsOf(Arrays.stream(
                                    java.util.Objects.requireNonNull(needs).value())
                            .map(TokenScope::word)
                            .toList());
        });
    }

    private static Set<String> parameters(JsonNode operation) {
        var names = new TreeSet<String>();
        operation
                .path("parameters")
                .forEach(parameter -> names.add(parameter.path("in").asString() + " "
                        + parameter.path("name").asString()
                        + (parameter.path("required").asBoolean() ? "" : "?")));
        return names;
    }

    private static Set<String> parameters(HandlerMethod handler) {
        var names = new TreeSet<String>();
        for (var parameter : handler.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                names.add("path " + parameter.getName());
            } else {
                var asked = parameter.getAnnotation(RequestParam.class);
                names.add("query " + parameter.getName() + (asked.required() ? "" : "?"));
            }
        }
        return names;
    }

    @Test
    void whatIsAnsweredIsWhatIsDescribed() {
        for (var person : List.of(HERE.members.getFirst(), HERE.convener)) {
            var token = Programs.tokenOf(person, Programs.ALL);
            for (var path : routes().keySet()) {
                var address =
                        path.replace("{network}", HERE.network.toString()).replace("{group}", HERE.group.toString());
                var answer = Programs.get(address, token);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                var body = JSON.readTree(answer.body());
                assertThat(DESCRIBED.broken(DESCRIBED.schema(path, "200"), body, path))
                        .isEmpty();
            }
        }
        var problem = Programs.get("/api/v1/networks/" + HERE.group, Programs.tokenOf(HERE.convener, Programs.ALL));
        assertThat(DESCRIBED.broken(
                        DESCRIBED.schema("/api/v1/networks/{network}", "404"), JSON.readTree(problem.body()), ""))
                .isEmpty();
    }

    @Test
    void aMemberReadsWhoComesAndWhatTheySaidThemselves() {
        var meetings = read("/api/v1/meetings").path("meetings");
        assertThat(meetings.valueStream().map(one -> one.path("starts_at").asString()))
                .containsExactly("2031-03-04T17:00:00Z", "2031-04-08T16:00:00Z", "2031-05-06T16:00:00Z");
        assertThat(meetings.valueStream().map(one -> one.path("state").asString()))
                .containsExactly("set", "set", "cancelled");
        var first = meetings.path(0);
        assertThat(first.path("my_answer").asString()).isEqualTo("coming");
        assertThat(first.path("coming").asInt()).isEqualTo(1);
        assertThat(first.path("away").asInt()).isEqualTo(1);
        assertThat(meetings.path(1).path("my_answer").isNull()).isTrue();
    }

    @Test
    void listsAreReadPartByPart() {
        for (var path : List.of(
                "/api/v1/networks/" + HERE.network + "/people",
                "/api/v1/groups/" + HERE.group + "/meetings",
                "/api/v1/meetings")) {
            var list = path.substring(path.lastIndexOf('/') + 1);
            var all = read(path).path(list);
            var ids = new java.util.ArrayList<String>();
            for (var next = ""; next != null; ) {
                var part = read(path + "?limit=1" + (next.isEmpty() ? "" : "&after=" + next));
                part.path(list).forEach(one -> ids.add(one.path("id").asString()));
                next = part.path("next").isNull() ? null : part.path("next").asString();
            }
            assertThat(ids)
                    .as(path)
                    .hasSizeGreaterThan(2)
                    .isEqualTo(all.valueStream()
                            .map(one -> one.path("id").asString())
                            .toList());
        }
    }

    @Test
    void whatCannotBeReadIsAProblemThatSaysSo() {
        var token = Programs.tokenOf(HERE.convener, Programs.ALL);
        for (var query : List.of("limit=0", "limit=201", "limit=many", "after=last")) {
            var answer = Programs.get("/api/v1/groups?" + query, token);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.body()).contains(query.substring(0, query.indexOf('=')));
        }
        assertThat(Programs.get("/api/v1/groups/none", token).statusCode()).isEqualTo(404);
        assertThat(Programs.get("/api/v2/groups", token).statusCode()).isEqualTo(404);
    }

    private static JsonNode read(String path) {
        return JSON.readTree(Programs.get(path, Programs.tokenOf(HERE.members.getFirst(), Programs.ALL))
                .body());
    }

    @Test
    void nothingThatWasPromisedIsMissing() {
        assertThat(FROZEN.missedIn(DESCRIBED))
                .as("programs rely on this. What was added is promised by copying"
                        + " src/main/resources/openapi/lobby-v1.json over"
                        + " src/test/resources/openapi/lobby-v1.frozen.json; what has to break goes to /api/v2/")
                .isEmpty();
    }

    record Change(String name, boolean breaks, Consumer<ObjectNode> change) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change("a route goes", true, all -> at(all, "/paths").remove("/api/v1/groups")),
                new Change(
                        "a field goes", true, all -> properties(all, "Leader").remove("stage")),
                new Change(
                        "a field is of another type",
                        true,
                        all -> ((ObjectNode) properties(all, "Leader").path("stage")).put("type", "integer")),
                new Change(
                        "a field may be left away",
                        true,
                        all -> at(all, "/components/schemas/Group").putArray("required")),
                new Change(
                        "a parameter goes",
                        true,
                        all -> at(all, "/paths/~1api~1v1~1groups/get").putArray("parameters")),
                new Change(
                        "a parameter is asked for",
                        true,
                        all -> at(all, "/paths/~1api~1v1~1networks/get")
                                .putArray("parameters")
                                .addObject()
                                .put("name", "since")
                                .put("in", "query")
                                .put("required", true)),
                new Change(
                        "a part gets smaller",
                        true,
                        all -> at(all, "/paths/~1api~1v1~1meetings/get/parameters/1/schema")
                                .put("maximum", 20)),
                new Change(
                        "a state goes",
                        true,
                        all -> ((ObjectNode) properties(all, "Meeting").path("state"))
                                .putArray("enum")
                                .add("set")),
                new Change(
                        "a scope changes",
                        true,
                        all -> at(all, "/paths/~1api~1v1~1meetings/get").putArray("security")),
                new Change(
                        "an event is told no more",
                        true,
                        all -> at(all, "/webhooks").remove("date.set")),
                new Change(
                        "what is told lacks something",
                        true,
                        all -> at(all, "/components/schemas/DateFact/properties/data/properties")
                                .remove("starts_at")),
                new Change("an event comes", false, all -> at(all, "/webhooks").putObject("date.held")),
                new Change("a route comes", false, all -> at(all, "/paths").putObject("/api/v1/new")),
                new Change(
                        "a field comes",
                        false,
                        all -> properties(all, "Group").putObject("purpose").put("type", "string")),
                new Change(
                        "a parameter comes",
                        false,
                        all -> at(all, "/paths/~1api~1v1~1networks/get")
                                .putArray("parameters")
                                .addObject()
                                .put("name", "since")
                                .put("in", "query")),
                new Change(
                        "a sentence changes",
                        false,
                        all -> at(all, "/paths/~1api~1v1~1networks/get").put("summary", "Other words.")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatWouldBreakAProgramIsNoticedAndAdditionsAreNot(Change change) {
        var changed = (ObjectNode) FROZEN.document().deepCopy();
        change.change().accept(changed);
        assertThat(FROZEN.missedIn(new OpenApi(changed)).isEmpty()).isEqualTo(!change.breaks());
    }

    private static ObjectNode at(ObjectNode all, String pointer) {
        return (ObjectNode) all.at(pointer);
    }

    private static ObjectNode properties(ObjectNode all, String schema) {
        return at(all, "/components/schemas/" + schema + "/properties");
    }
}
