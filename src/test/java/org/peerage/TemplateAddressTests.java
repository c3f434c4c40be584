package org.peerage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A template names addresses of its own module; the way to another's page is a link that the other gives. Which module
/// serves an address is read from the mappings of the controllers.
class TemplateAddressTests {

    private static final Path SOURCES = Path.of("src/main/java/org/peerage");

    private static final Pattern PREFIX = Pattern.compile("@RequestMapping\\(\\s*\"([^\"]+)\"");
    private static final Pattern MAPPING = Pattern.compile(
            "@(?:Get|Post|Put|Delete|Request)Mapping(?:\\(\\s*(?:(?:path|value)\\s*=\\s*)?(\"[^\"]*\")?[^)]*\\))?(?=\\s)");

    /// `href`, `action` and what htmx asks; and any text in an expression that looks like an address.
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:href|action|hx-(?:get|post|put|patch|delete))=\"((?:\\$\\{(?:[^{}\"]|\"[^\"]*\")*}|[^\"$])*)\"");

    private static final Pattern VARIABLE = Pattern.compile("!\\{var (\\w+) = ([^;]*);}");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{((?:[^{}\"]|\"[^\"]*\")*)}");

    private record Route(String module, List<String> segments) {

        /// Whether an address, of which some segments are not known, may be this route's; the more is known the better.
        boolean serves(List<String> address) {
            if (address.size() != segments.size()) {
                return false;
            }
            for (var i = 0; i < segments.size(); i++) {
                var variable = segments.get(i).startsWith("{");
                if (!variable && !segments.get(i).equals(address.get(i))) {
                    return false;
                }
            }
            return true;
        }

        long known() {
            return segments.stream().filter(segment -> !segment.startsWith("{")).count();
        }
    }

    @Test
    void noTemplateNamesAnothersAddress() {
        var routes = routes();
        var offenders = new TreeSet<String>();
        for (var template : files(".jte")) {
            var module = module(template);
            for (var address : addresses(read(template))) {
                owner(routes, address)
                        .filter(owner -> !owner.equals(module) && !module.equals("web"))
                        .ifPresent(owner -> offenders.add(
                                SOURCES.relativize(template) + " names " + String.join("/", address) + " of " + owner));
            }
        }
        assertThat(offenders)
                .as("a link to another module's page comes from that module")
                .isEmpty();
    }

    @Test
    void theReadingOfRoutesAndTemplatesSeesThem() {
        var routes = routes();
        assertThat(routes).hasSizeGreaterThan(80);
        assertThat(owner(routes, segments("/groups/?/charter/sign"))).contains("groups");
        assertThat(owner(routes, segments("/groups/?/dates"))).contains("scheduling");
        assertThat(owner(routes, segments("/networks/?/groups/new"))).contains("groups");
        assertThat(owner(routes, segments("/networks/new"))).contains("networks");
        assertThat(addresses("!{var base = \"/groups/\" + id;}<a href=\"${base}/dates?x=${y}#z\">"))
                .containsExactly(segments("/groups/?/dates"));
        assertThat(addresses("<form hx-post=\"/dates/${page.id().toString()}/answer\">"))
                .containsExactly(segments("/dates/?/answer"));
        assertThat(addresses("<a href=\"${link.address()}\">")).isEmpty();
        assertThat(addresses("<a href=\"${yes ? \"/mail\" : \"/keys\"}\">")).isNotEmpty();
    }

    private static Optional<String> owner(List<Route> routes, List<String> address) {
        return routes.stream()
                .filter(route -> route.serves(address))
                .max(Comparator.comparingLong(Route::known))
                .map(Route::module);
    }

    private static List<Route> routes() {
        var routes = new ArrayList<Route>();
        for (var file : files(".java")) {
            var source = read(file);
            if (source.contains("@Controller") || source.contains("@RestController")) {
                var head = source.substring(0, source.indexOf("class "));
                var prefix = PREFIX.matcher(head);
                var base = prefix.find() ? prefix.group(1) : "";
                var mappings = MAPPING.matcher(source.substring(source.indexOf("class ")));
                while (mappings.find()) {
                    var path =
                            mappings.group(1) == null ? "" : mappings.group(1).replace("\"", "");
                    routes.add(new Route(module(file), segments(base + path)));
                }
            }
        }
        return routes;
    }

    /// With `?` for every segment that is made while the page is drawn.
    private static List<List<String>> addresses(String template) {
        var text = template;
        var variables = VARIABLE.matcher(template);
        while (variables.find()) {
            text = text.replace("${" + variables.group(1) + "}", pieces(variables.group(2)));
        }
        var found = new ArrayList<List<String>>();
        var addresses = ADDRESS.matcher(text);
        while (addresses.find()) {
            var value = addresses.group(1);
            var expressions = EXPRESSION.matcher(value);
            if (value.startsWith("/")) {
                found.add(segments(expressions.replaceAll("?")));
            } else if (expressions.lookingAt() && !expressions.group(1).startsWith("shell.asset(")) {
                Pattern.compile("\"(/[^\"]*)\"")
                        .matcher(expressions.group(1))
                        .results()
                        .forEach(literal -> found.add(segments(literal.group(1) + "?")));
            }
        }
        return found;
    }

    /// `"/groups/" + id + "/x"` as `/groups/?/x`; what starts with no text is not known at all.
    private static String pieces(String expression) {
        if (!expression.strip().startsWith("\"")) {
            return "${unknown}";
        }
        var pieces = new StringBuilder();
        for (var part : expression.split("\\+", -1)) {
            var piece = part.strip();
            pieces.append(piece.startsWith("\"") ? piece.replace("\"", "") : "?");
        }
        return pieces.toString();
    }

    private static List<String> segments(String address) {
        var path = address.replaceAll("[?](?=[^/?#]*=).*", "").replaceAll("#.*", "");
        return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }

    private static String module(Path file) {
        return SOURCES.relativize(file).getName(0).toString();
    }

    private static List<Path> files(String ending) {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
