package org.peerage.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// What the demonstration tells, as data: plainly fictional people, and what they say and promise.
record Story(
        Place network,
        Place group,
        String convener,
        List<Leader> people,
        List<Past> meetings,
        Coming next,
        Word word,
        List<Talk> wall) {

    /// What a member tells the chair alone.
    record Word(int by, String text) {}

    /// What somebody said between the meetings, and who answered.
    record Talk(int by, int hoursAgo, String text, List<Reply> answers) {}

    record Reply(int by, int hoursAgo, String text) {}

    record Place(String name, String purpose, String zone) {}

    record Leader(
            String name,
            String organisation,
            String industry,
            String subindustry,
            int size,
            String stage,
            String place) {}

    /// A meeting that was held. Updates are headline, feelings, meaning, in the order of the people.
    record Past(int daysAgo, List<List<String>> updates, List<Question> issues, List<String> promises) {}

    record Question(
            int presenter,
            String kind,
            String title,
            String facts,
            String dilemma,
            String choice,
            @Nullable String tried,
            String ask,
            @Nullable String real,
            @Nullable List<String> notes) {

        Map<String, String> words() {
            return Map.of(
                    "title", title,
                    "facts", facts,
                    "dilemma", dilemma,
                    "choice", choice,
                    "tried", tried == null ? "" : tried,
                    "ask", ask);
        }
    }

    record Coming(int startsInMinutes, List<List<String>> updates, List<Question> issues) {}

    static Story read(JsonMapper json) {
        try (var file = new ClassPathResource("demo/story.json").getInputStream()) {
            return json.readValue(file, Story.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's own story is unreadable", e);
        }
    }

    /// The people's organisations as a roster, the way a convener would bring it.
    String roster() {
        var csv = new StringBuilder("organisation,name,role,industry,sub-industry,team size,stage,place\n");
        for (var leader : people) {
            csv.append('"')
                    .append(String.join(
                            "\",\"",
                            leader.organisation(),
                            leader.name(),
                            "Chief executive",
                            leader.industry(),
                            leader.subindustry(),
                            Integer.toString(leader.size()),
                            leader.stage(),
                            leader.place()))
                    .append("\"\n");
        }
        return csv.toString();
    }
}
