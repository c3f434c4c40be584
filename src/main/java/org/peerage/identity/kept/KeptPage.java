package org.peerage.identity.kept;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What is kept on somebody, table by table, for reading.
///
/// @param back what is not shown, each with its reason
record KeptPage(List<Part> parts, List<Back> back) {

    private static final int MOST = 20;

    /// A value under the name that it has in the program.
    record Fact(String name, String value) {}

    /// The rows of one table.
    ///
    /// @param rows the first of them
    record Part(String table, int count, List<List<Fact>> rows) {

        static Part of(String table, List<JsonNode> rows) {
            return new Part(
                    table,
                    rows.size(),
                    rows.stream().limit(MOST).map(Part::facts).toList());
        }

        int more() {
            return count - rows.size();
        }

        private static List<Fact> facts(JsonNode row) {
            return row.properties().stream()
                    .filter(value -> !value.getValue().isNull())
                    .map(value -> new Fact(value.getKey().replace('_', ' '), text(value.getValue())))
                    .filter(fact -> !fact.value().isEmpty())
                    .toList();
        }

        private static String text(JsonNode value) {
            return value.isValueNode() ? value.asString() : value.toString();
        }
    }

    record Back(String table, String why) {}
}
