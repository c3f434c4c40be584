package org.peerage.scheduling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.Visitor;
import org.peerage.groups.GroupFixture;
import org.peerage.mail.PostOffice;

/// A date is set, the invitation arrives by mail, and whoever got it comes to the meeting by the link in it.
class InvitationJourneyTests {

    private static final RunningPeerage PEERAGE = RunningPeerage.shared();
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final String ADDRESS = "theo.brannigan@example.org";

    @Test
    void whoeverIsInvitedByMailComesToTheMeeting() throws Exception {
        try (var post = new PostOffice();
                var theo = Visitor.of(
                        "Theo Brannigan", PEERAGE.base(), options -> options.setTimezoneId("Europe/Lisbon"))) {
            var here = GroupFixture.aGroup().with(2).inAnOpenRoom();
            here.seat(theo);
            theo.goTo("/mail").fill("Your e-mail address", ADDRESS).press("Save the address");
            var start = LocalDateTime.ofInstant(Instant.now(), KATHMANDU)
                    .plusMinutes(12)
                    .truncatedTo(ChronoUnit.MINUTES);
            as(
                    here.chair(),
                    () -> PEERAGE.bean(Dates.class).set(here.group, start, KATHMANDU, 120, "Harbour Quay", ""));
            var letter = post.deliver().to(ADDRESS).getFirst();

            var invitation = invitation(parts(letter, "text/calendar"));
            assertThat(invitation.<VEvent>getComponents("VEVENT"))
                    .singleElement()
                    .satisfies(event -> {
                        DtStart<?> begins = event.getRequiredProperty("DTSTART");
                        assertThat(begins.getValue()).isEqualTo(stamp(start));
                        assertThat(begins.getRequiredParameter("TZID").getValue())
                                .isEqualTo("Asia/Kathmandu");
                        assertThat(event.getRequiredProperty("ATTENDEE").getValue())
                                .isEqualTo("mailto:" + ADDRESS);
                    });
            assertThat(invitation.<VTimeZone>getComponents("VTIMEZONE"))
                    .singleElement()
                    .satisfies(zone -> {
                        assertThat(zone.getRequiredProperty("TZID").getValue()).isEqualTo("Asia/Kathmandu");
                        TzOffsetTo offset = zone.getObservances().getFirst().getRequiredProperty("TZOFFSETTO");
                        assertThat(offset.getOffset())
                                .isEqualTo(KATHMANDU.getRules().getOffset(Instant.now()));
                    });

            var words = parts(letter, "text/plain").getFirst();
            // By the clock of whoever reads it.
            assertThat(words).contains("Tuesday Circle", "Harbour Quay", there(start), "Europe/Lisbon");
            theo.goTo(link(words));
            // The page says the time of the meeting, and what that is where the reader is.
            var main = theo.page().locator("main");
            assertThat(main).containsText("%02d:%02d".formatted(start.getHour(), start.getMinute()));
            assertThat(main).containsText(there(start));
            var meeting = theo.page().context().request().get(PEERAGE.base() + "/groups/" + here.group + "/meetings");
            var live = Pattern.compile("/meetings/[0-9a-f-]{36}").matcher(meeting.text());
            assertThat(live.find()).isTrue();
            theo.goTo(live.group() + "/live").arrives();
        }
    }

    private static String there(LocalDateTime start) {
        var local = start.atZone(KATHMANDU).withZoneSameInstant(ZoneId.of("Europe/Lisbon"));
        // Some write the hours after midnight with one digit.
        return "%d:%02d".formatted(local.getHour(), local.getMinute());
    }

    private static String stamp(LocalDateTime start) {
        return start.toString().replaceAll("[-:]", "") + "00";
    }

    private static String link(String words) {
        var link = Pattern.compile(Pattern.quote(PEERAGE.base().toString()) + "/\\S+")
                .matcher(words);
        assertThat(link.find()).as("a link in the letter").isTrue();
        return link.group();
    }

    private static net.fortuna.ical4j.model.Calendar invitation(List<String> objects)
            throws IOException, ParserException {
        assertThat(objects).isNotEmpty();
        return new CalendarBuilder().build(new StringReader(objects.getFirst()));
    }

    /// What a mail program finds of this type, however deep.
    private static List<String> parts(Part part, String type) throws IOException, MessagingException {
        var found = new ArrayList<String>();
        if (part.getContent() instanceof Multipart inner) {
            for (var i = 0; i < inner.getCount(); i++) {
                found.addAll(parts(inner.getBodyPart(i), type));
            }
        } else if (part.isMimeType(type)) {
            found.add(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return found;
    }
}
