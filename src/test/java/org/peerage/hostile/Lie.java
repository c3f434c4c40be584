package org.peerage.hostile;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One way of lying: which answers it changes, and into what. `name` is what the table of lies calls it.
record Lie(String name, Predicate<Asked> about, Told told) {

    static final JsonMapper JSON = new JsonMapper();

    /// What a browser asked for.
    record Asked(String method, String path, String query, String body) {

        boolean writes() {
            return !method.equals("GET") && !method.equals("HEAD");
        }
    }

    /// What it is answered.
    record Answer(int status, String type, String body) {

        static Answer json(int status, String body) {
            return new Answer(status, "application/json", body);
        }

        static Answer nothing() {
            return new Answer(204, "", "");
        }
    }

    /// `honest` asks the program; a lie that never does keeps the request to itself.
    interface Told {

        Answer answer(Asked asked, Honest honest);
    }

    interface Honest {

        Answer answer();
    }

    static Lie aboutPath(String name, String path, Told told) {
        return new Lie(name, asked -> asked.path().matches(path), told);
    }

    /// The program's JSON, bent.
    static Lie inJson(String name, String path, UnaryOperator<JsonNode> bent) {
        return aboutPath(name, path, (asked, honest) -> {
            var answer = honest.answer();
            if (asked.writes() || answer.status() != 200) {
                return answer;
            }
            return Answer.json(200, bent.apply(JSON.readTree(answer.body())).toString());
        });
    }

    /// The program's page, bent.
    static Lie inPage(String name, String path, java.util.function.Consumer<Document> bent) {
        return aboutPath(name, path, (asked, honest) -> {
            var answer = honest.answer();
            if (!answer.type().startsWith("text/html")) {
                return answer;
            }
            var page = Jsoup.parse(answer.body());
            page.outputSettings().prettyPrint(false);
            bent.accept(page);
            return new Answer(answer.status(), answer.type(), page.outerHtml());
        });
    }

    static Lie inPage(String name, java.util.function.Consumer<Document> bent) {
        return inPage(name, "/(?!assets/|rooms/|keys/).*", bent);
    }
}
