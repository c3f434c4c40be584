package org.peerage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// A request of ours as somebody else would send it: with other values, fields left out or sent twice, another kind of
/// body, another method, another id. The same number always makes the same one.
record Mutation(String method, String path, String sent) {

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "2147483648",
            "9".repeat(40),
            "1e309",
            "NaN",
            "null",
            "true",
            "\0",
            "a\0b",
            "\ud800",
            "\u202e\u2066",
            "\ufeff",
            "x".repeat(5_000),
            "Ł".repeat(700),
            "'; drop table networks.network; --",
            "${7*7}{{7*7}}<%=7*7%>",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "%s%n%x",
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-00-00",
            "9999-12-31",
            "2026-02-30",
            "9999-12-31T23:59:60",
            "24:00",
            "Europe/Nowhere",
            "../UTC",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "1-1-1-1-1",
            "[]",
            "{}",
            "{\"v\":1}",
            "\r\nX-Header: 1");

    private static final List<String> BODIES = List.of(
            "{",
            "{}",
            "{\"\":null}",
            "{\"room\":null,\"entries\":null,\"grants\":null}",
            "{\"room\":[],\"entries\":{},\"grants\":\"x\"}",
            "{\"sealed\":{\"id\":1}}",
            "{\"entries\":[null,1,\"x\",[],{}]}",
            "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}",
            "=",
            "&&&=&",
            "%",
            "sealed=",
            "sealed=%7B%7D",
            "sealed=null",
            "sealed=%5B%5D");

    static Mutation of(Route route, String path, String sent, long number) {
        var random = new Random(number);
        var method = random.nextInt(20) == 0 ? another(route.method(), random) : route.method();
        var mutated = switch (random.nextInt(5)) {
            case 0 -> path;
            case 1 -> path + "?" + query(random);
            case 2 -> withAnotherPart(path, random);
            default -> path;
        };
        var body = switch (random.nextInt(4)) {
            case 0 -> BODIES.get(random.nextInt(BODIES.size()));
            case 1 -> "";
            default -> sent.startsWith("{") ? json(sent, random) : form(sent, random);
        };
        return new Mutation(method, mutated, body);
    }

    private static String another(String method, Random random) {
        var methods = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD");
        var other = methods.get(random.nextInt(methods.size()));
        return other.equals(method) ? "OPTIONS" : other;
    }

    private static String value(Random random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private static String query(Random random) {
        var names = List.of("page", "from", "after", "q", "next", "kind", "item", "at", "version", "to", "x");
        return names.get(random.nextInt(names.size())) + "=" + encoded(value(random));
    }

    private static String withAnotherPart(String path, Random random) {
        var parts = path.split("\\?", 2)[0].split("/");
        if (parts.length < 3) {
            return path;
        }
        var value = encoded(value(random));
        parts[1 + random.nextInt(parts.length - 1)] = value.isEmpty() || value.length() > 900 ? "x" : value;
        return String.join("/", parts);
    }

    private static String form(String sent, Random random) {
        var fields = sent.split("&");
        var chosen = random.nextInt(fields.length);
        var name = fields[chosen].split("=", 2)[0];
        fields[chosen] = switch (random.nextInt(4)) {
            case 0 -> "other=x";
            case 1 -> fields[chosen] + "&" + name + "=" + encoded(value(random));
            default -> (name.isEmpty() ? "sealed" : name) + "=" + encoded(value(random));
        };
        return String.join("&", fields);
    }

    private static String json(String sent, Random random) {
        var from = random.nextInt(sent.length());
        return switch (random.nextInt(4)) {
            case 0 -> sent.substring(0, from);
            case 1 -> sent.replaceFirst(":\\s*(\"[^\"]*\"|\\[]|[0-9]+)", ":null");
            case 2 -> sent.replaceFirst(":\\s*(\"[^\"]*\"|\\[]|[0-9]+)", ":[1,{\"x\":\"y\"}]");
            default -> sent.replaceFirst("\"[^\"]*\"\\s*}", "\"" + "x".repeat(3_000) + "\"}");
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
