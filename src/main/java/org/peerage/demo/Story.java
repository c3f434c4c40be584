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
        List<Talk> wall,
        Talk question,
        Map<String, String> book,
        List<Aim> goals,
        List<Parked> parked,
        List<Week> weeks,
        List<Learned> learned,
        List<Integer> agreed,
        List<Vote> votes,
        List<Named> named,
        Newcomer newcomer,
        Sponsor sponsor,
        List<Integer> openly) {

    /// A line on what somebody has learned, told to the group or kept.
    record Learned(int by, int daysAgo, int from, boolean kept, String text) {}

    /// What somebody has put to the vote, and who has said what.
    record Vote(int by, int daysAgo, String text, List<Integer> yes, List<Integer> no, List<Integer> aside) {}

    /// Somebody who may join: who has named them and why, who has met them, and what members think.
    ///
    /// @param bring what they are asked to bring when they come as a guest; null for whom nobody has invited
    record Named(
            int by,
            int daysAgo,
            String name,
            String organisation,
            String role,
            String why,
            List<Integer> panel,
            List<Thought> notes,
            @Nullable String bring) {}

    /// Who found their way in after the others, since when, and with whom.
    record Newcomer(int by, int daysAgo, int buddy) {}

    /// Who pays for the group, and what all have agreed to show them.
    record Sponsor(String name, String theme) {}

    /// What somebody has promised, and what they said of it a month later.
    ///
    /// @param days until when; null for shortly before the next meeting
    record Promise(
            int by,
            String text,
            @Nullable Integer days,
            @Nullable String done) {

        int within() {
            return days == null ? 27 : days;
        }
    }

    record Thought(int by, String text) {}

    /// What somebody has put into the parking lot, and who has heard of it again since.
    ///
    /// @param obstacle it stands in the way of their goal
    record Parked(
            int by,
            int daysAgo,
            String title,
            int importance,
            int urgency,
            List<Again> again,
            List<Integer> wished,
            boolean obstacle,
            @Nullable Coached coached) {}

    /// With whom they prepare it, what they have answered to the eight questions, and what the coach has asked then.
    record Coached(int by, Map<String, String> answers, String word) {}

    /// Two lines to a witness, and which of the members has read them.
    record Week(
            int by,
            int daysAgo,
            String standing,
            String hindrance,
            @Nullable Integer read) {}

    record Again(int by, int daysAgo) {}

    /// What somebody wants to reach within so many days.
    record Aim(int by, int days, String text, String why, String stretch, String obstacle) {

        Map<String, String> words() {
            return Map.of("text", text, "why", why, "stretch", stretch, "obstacle", obstacle);
        }
    }

    /// What a member tells the chair alone.
    record Word(int by, String text) {}

    /// What somebody said between the meetings, and who answered; a question to some says whom it asks.
    record Talk(
            int by,
            int hoursAgo,
            String text,
            List<Reply> answers,
            @Nullable Attached file,
            @Nullable List<Integer> asked) {}

    record Attached(String name, String text) {}

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
    record Past(
            int daysAgo, List<List<String>> updates, List<Question> issues, List<Promise> promises, List<Kept> kept) {}

    /// A line of housekeeping: a decision, a need or a lead.
    record Kept(int by, String sort, String text) {}

    /// @param called who has taken a call with the presenter, and made it within two days; null where it is no setback
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
            @Nullable List<String> notes,
            @Nullable List<Integer> called) {

        /// Whoever has had a setback is listened to.
        boolean isSetback() {
            return kind.equals("setback");
        }

        String protocol() {
            return isSetback() ? "listening" : "five-steps";
        }

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

    /// @param by who has prepared so far
    /// @param away who has said that they cannot come
    /// @param silent who has said neither
    record Coming(
            int startsInMinutes,
            List<Integer> by,
            List<List<String>> updates,
            List<Question> issues,
            List<Integer> away,
            List<Integer> silent) {}

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
