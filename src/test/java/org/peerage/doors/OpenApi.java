package org.peerage.doors;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// As much of OpenAPI as the description of the lobby uses: what an answer breaks of it, and what a new description
/// breaks of an old one.
final class OpenApi {

    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
    }

    static OpenApi read(String resource) {
        try {
            return new OpenApi(JsonMapper.shared()
                    .readTree(new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    JsonNode paths() {
        return document.path("paths");
    }

    JsonNode schema(String path, String status) {
        return paths().path(path)
                .path("get")
                .path("responses")
                .path(status)
                .path("content")
                .iterator()
                .next()
                .path("schema");
    }

    /// The schema of what a hook is told of one event.
    JsonNode webhook(String event) {
        return document.path("webhooks")
                .path(event)
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private JsonNode resolved(JsonNode schema) {
        var ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : document.at(ref.substring(1));
    }

    /// What of an answer is not as it is described. A field that the description does not name is one of them.
    List<String> broken(JsonNode described, JsonNode answer, String at) {
        var schema = resolved(described);
        var types = types(schema);
        var broken = new ArrayList<String>();
        if (!types.isEmpty() && !types.contains(type(answer))) {
            return List.of(at + " is " + type(answer) + " and not " + types);
        }
        if (schema.has("enum") && !values(schema.path("enum")).contains(answer.asString("null"))) {
            broken.add(at + " is " + answer);
        }
        if (answer.isString() && !formatted(schema.path("format").asString(""), answer.asString())) {
            broken.add(at + " is no " + schema.path("format").asString());
        }
        if (answer.isObject() && schema.has("properties")) {
            values(schema.path("required")).stream()
                    .filter(name -> !answer.has(name))
                    .forEach(name -> broken.add(at + "." + name + " is missing"));
            answer.properties().forEach(field -> {
                if (schema.path("properties").has(field.getKey())) {
                    broken.addAll(broken(
                            schema.path("properties").path(field.getKey()),
                            field.getValue(),
                            at + "." + field.getKey()));
                } else {
                    broken.add(at + "." + field.getKey() + " is not described");
                }
            });
        }
        if (answer.isArray()) {
            answer.forEach(item -> broken.addAll(broken(schema.path("items"), item, at + "[]")));
        }
        return broken;
    }

    private static boolean formatted(String format, String text) {
        try {
            return switch (format) {
                case "uuid" -> UUID.fromString(text).toString().equals(text);
                case "date-time" -> Instant.parse(text).toString().equals(text);
                default -> true;
            };
        } catch (RuntimeException wrong) {
            return false;
        }
    }

    private static String type(JsonNode value) {
        return value.isNull()
                ? "null"
                : value.isString()
                        ? "string"
                        : value.isBoolean()
                                ? "boolean"
                                : value.isIntegralNumber()
                                        ? "integer"
                                        : value.isArray() ? "array" : value.isObject() ? "object" : "number";
    }

    private static Set<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? values(type) : type.isString() ? Set.of(type.asString()) : Set.of();
    }

    private static Set<String> values(@Nullable JsonNode list) {
        return list == null
                ? Set.of()
                : list.valueStream()
                        .map(value -> value.asString("null"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What a program that was written by this description would miss in a later one. Routes, parameters that may be
    /// left away, fields and values of a state may come; nothing may go or become another thing.
    List<String> missedIn(OpenApi later) {
        var missed = new ArrayList<String>();
        paths().properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var at = method.getKey() + " " + path.getKey();
                    var there = later.paths().path(path.getKey()).path(method.getKey());
                    if (there.isMissingNode()) {
                        missed.add(at + " is gone");
                    } else {
                        operation(method.getValue(), there, later, at, missed);
                    }
                }));
        document.path("webhooks").propertyNames().forEach(event -> {
            if (later.webhook(event).isMissingNode()) {
                missed.add(event + " is told no more");
            } else {
                shape(webhook(event), later.webhook(event), later, event, missed);
            }
        });
        return missed;
    }

    private void operation(JsonNode now, JsonNode then, OpenApi later, String at, List<String> missed) {
        if (!now.path("security").equals(then.path("security"))) {
            missed.add(at + " asks for another scope");
        }
        now.path("parameters").forEach(parameter -> {
            var there = named(then, parameter);
            if (there == null) {
                missed.add(at + ": the parameter " + parameter.path("name").asString() + " is gone");
            } else {
                parameter(parameter, there, at, missed);
            }
        });
        then.path("parameters").forEach(parameter -> {
            if (parameter.path("required").asBoolean(false) && named(now, parameter) == null) {
                missed.add(at + ": the parameter " + parameter.path("name").asString() + " is asked for");
            }
        });
        now.path("responses").properties().forEach(response -> {
            var there = then.path("responses").path(response.getKey());
            response.getValue().path("content").properties().forEach(content -> {
                var shape = there.path("content").path(content.getKey()).path("schema");
                if (shape.isMissingNode()) {
                    missed.add(at + ": the answer " + response.getKey() + " " + content.getKey() + " is gone");
                } else {
                    shape(content.getValue().path("schema"), shape, later, at + " " + response.getKey(), missed);
                }
            });
        });
    }

    private static void parameter(JsonNode now, JsonNode then, String at, List<String> missed) {
        var what = at + ": the parameter " + now.path("name").asString();
        if (then.path("required").asBoolean(false) && !now.path("required").asBoolean(false)) {
            missed.add(what + " may not be left away any more");
        }
        var was = now.path("schema");
        var is = then.path("schema");
        if (!types(is).containsAll(types(was))
                || !was.path("format").equals(is.path("format"))
                || is.path("minimum").asInt(Integer.MIN_VALUE)
                        > was.path("minimum").asInt(Integer.MIN_VALUE)
                || is.path("maximum").asInt(Integer.MAX_VALUE)
                        < was.path("maximum").asInt(Integer.MAX_VALUE)
                || !was.path("default").equals(is.path("default"))) {
            missed.add(what + " takes something else");
        }
    }

    private static @Nullable JsonNode named(JsonNode operation, JsonNode parameter) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(one -> one.path("name").equals(parameter.path("name"))
                        && one.path("in").equals(parameter.path("in")))
                .findFirst()
                .orElse(null);
    }

    private void shape(JsonNode now, JsonNode then, OpenApi later, String at, List<String> missed) {
        var was = resolved(now);
        var is = later.resolved(then);
        if (!types(was).equals(types(is)) || !was.path("format").equals(is.path("format"))) {
            missed.add(at + " is something else");
        }
        if (was.has("enum") != is.has("enum") || !values(is.path("enum")).containsAll(values(was.path("enum")))) {
            missed.add(at + " has lost a value");
        }
        if (!values(is.path("required")).containsAll(values(was.path("required")))) {
            missed.add(at + " may leave something away");
        }
        was.path("properties").properties().forEach(property -> {
            var there = is.path("properties").path(property.getKey());
            var name = at + "." + property.getKey();
            if (there.isMissingNode()) {
                missed.add(name + " is gone");
            } else {
                shape(property.getValue(), there, later, name, missed);
            }
        });
        if (was.has("items")) {
            shape(was.path("items"), is.path("items"), later, at + "[]", missed);
        }
    }
}
