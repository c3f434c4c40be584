package org.peerage;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One line of the authority matrix: who may use a route, and with what it is tried.
record Route(String method, String pattern, Set<String> may, String example, String sent, int refusal) {

    static Route of(String line) {
        var cells = Arrays.stream(line.split("\\|", 4)).map(String::strip).toList();
        var route = cells.get(0).split(" ", 2);
        var sent = cells.size() > 3 ? cells.get(3) : "";
        var refusal = (" " + sent).matches(".* =\\d{3}$") ? Integer.parseInt(sent.substring(sent.length() - 3)) : 404;
        var may = new LinkedHashSet<>(List.of(cells.get(1).split(" ")));
        if (may.remove("seated")) {
            may.addAll(List.of("chair", "member"));
        }
        return new Route(
                route[0],
                route[1],
                may,
                cells.size() > 2 ? cells.get(2) : "",
                refusal == 404 ? sent : sent.substring(0, sent.length() - 4).strip(),
                refusal);
    }

    /// Who sits in the group is told why not; to everybody else there is nothing there.
    int refusal(String who) {
        return may.contains("told") && (who.equals("member") || who.equals("chair")) ? 409 : refusal;
    }

    boolean forAnybody() {
        return may.contains("anybody") || may.contains("token");
    }

    boolean isProbed() {
        return !example.isEmpty();
    }

    boolean isThere() {
        return !example.contains("$nothing");
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
