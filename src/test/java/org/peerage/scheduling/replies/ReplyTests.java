package org.peerage.scheduling.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peerage.networks.NetworkFixture.as;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerage.Pages;
import org.peerage.RunningPeerage;
import org.peerage.groups.GroupFixture;
import org.peerage.mail.replies.ReplyMailbox;
import org.peerage.scheduling.DateId;
import org.peerage.scheduling.Dates;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a calendar replies by mail: it answers for the address it comes from and for nobody else, and its owner sees
/// it.
class ReplyTests {

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private final RunningPeerage peerage = RunningPeerage.shared();
    private final GroupFixture here = GroupFixture.aGroup().with(3).inAnOpenRoom();
    private final PersonId ada = here.members.get(0);
    private final PersonId bo = here.members.get(1);
    private final ReplyMailbox mailbox = new ReplyMailbox();
    private final DateId date = invited();
    private final String uid =
            as(ada, () -> peerage.bean(Dates.class).ahead(date).orElseThrow().uid());

    @AfterEach
    void theMailboxIsShut() {
        mailbox.close();
    }

    @Test
    void acceptingAndDecliningInACalendarAnswersAndItsOwnerIsToldAndCanSayOtherwise() {
        mailbox.arrives(address(ada), reply("DECLINED", address(ada), 0, Instant.now(), ""))
                .collect();
        assertThat(answers()).containsExactly(ada + " false by mail");
        assertThat(notices(ada)).contains("A mail from your address says that you cannot come to Tuesday Circle");
        assertThat(dates(ada)).contains("This came by mail from your address");

        mailbox.arrives(
                        address(ada),
                        reply("ACCEPTED", address(ada), 0, Instant.now().plusSeconds(1), ""))
                .collect();
        assertThat(answers()).containsExactly(ada + " true by mail");
        assertThat(notices(ada)).contains("says that you are coming").doesNotContain("cannot come");

        Pages.seenBy(ada).post("/dates/" + date + "/answer", "coming", "no");
        mailbox.collect()
                .arrives(
                        address(ada),
                        reply("ACCEPTED", address(ada), 0, Instant.now().minusSeconds(600), ""))
                .collect();
        assertThat(answers()).as("what was said since stands").containsExactly(ada + " false");
        assertThat(dates(ada)).doesNotContain("This came by mail");
    }

    @Test
    void aReplyAnswersForNobodyButTheAddressItComesFrom() {
        mailbox.arrives(address(bo), reply("ACCEPTED", address(ada), 0, Instant.now(), ""))
                .arrives("stranger@example.org", reply("ACCEPTED", "stranger@example.org", 0, Instant.now(), ""))
                .arrives(
                        address(ada),
                        reply("ACCEPTED", address(ada), 0, Instant.now(), "").replace(uid, "another"))
                .arrives(
                        address(ada),
                        reply("ACCEPTED", address(ada), 0, Instant.now(), "").replace("METHOD:REPLY", "METHOD:REQUEST"))
                .arrives(address(ada), "no calendar at all")
                .collect();
        assertThat(answers()).isEmpty();
        var elsewhere = GroupFixture.aGroup().with(2).inAnOpenRoom();
        var stranger = elsewhere.members.getFirst();
        keepAddress(stranger);
        mailbox.arrives(address(stranger), reply("ACCEPTED", address(stranger), 0, Instant.now(), ""))
                .collect();
        assertThat(answers()).as("of another group").isEmpty();
        here.letOut(bo);
        mailbox.arrives(address(bo), reply("ACCEPTED", address(bo), 0, Instant.now(), ""))
                .collect();
        assertThat(answers()).as("who has left").isEmpty();
    }

    @Test
    void anAddressThatTwoOfTheGroupShareAnswersForNeither() {
        Pages.seenBy(bo).post("/mail/address", "address", address(ada));
        mailbox.arrives(address(ada), reply("ACCEPTED", address(ada), 0, Instant.now(), ""))
                .collect();
        assertThat(answers()).isEmpty();
    }

    @Test
    void anAnswerToWhatTheDateWasBeforeIsNone() {
        Pages.seenBy(bo).post("/dates/" + date + "/answer", "coming", "no");
        as(here.chair(), () -> {
            peerage.bean(Dates.class).move(date, LocalDateTime.parse("2031-03-11T18:00"), KATHMANDU);
            return date;
        });
        assertThat(dates(bo)).contains("0 coming, 0 not, 3 have not said yet");
        mailbox.arrives(address(ada), reply("ACCEPTED", address(ada), 0, Instant.now(), ""))
                .collect();
        assertThat(dates(ada)).contains("0 coming");
        mailbox.arrives(address(ada), reply("ACCEPTED", address(ada), 1, Instant.now(), ""))
                .collect();
        assertThat(dates(ada)).contains("1 coming");
    }

    @Test
    void perhapsAndAnotherTimeAreForTheChairAndCountAsNoAnswer() {
        mailbox.arrives(address(ada), reply("TENTATIVE", address(ada), 0, Instant.now(), ""))
                .arrives(
                        address(bo),
                        reply(
                                        "TENTATIVE",
                                        address(bo),
                                        0,
                                        Instant.now(),
                                        "DTSTART;TZID=Asia/Kathmandu:20310305T184500\n")
                                .replace("METHOD:REPLY", "METHOD:COUNTER"))
                .collect();
        assertThat(answers()).isEmpty();
        assertThat(notices(here.chair()))
                .contains("Member 1 answered by mail: perhaps coming to Tuesday Circle on Tue 4 March 2031")
                .contains(
                        "Member 2 proposes by mail that Tuesday Circle meets on Wed 5 March 2031, 6:45 PM Asia/Kathmandu");
        assertThat(notices(ada)).doesNotContain("Member 2");
    }

    private DateId invited() {
        keepAddress(ada);
        keepAddress(bo);
        return as(
                here.chair(),
                () -> peerage.bean(Dates.class)
                        .set(here.group, LocalDateTime.parse("2031-03-04T18:00"), KATHMANDU, 240, "", ""));
    }

    /// As Outlook writes it: a line folded, the name of the attendee between quotation marks.
    private String reply(String answer, String attendee, int sequence, Instant at, String more) {
        return ("BEGIN:VCALENDAR\nPRODID:-//Example//Mail//EN\nVERSION:2.0\nMETHOD:REPLY\n"
                        + "BEGIN:VTIMEZONE\nTZID:Asia/Kathmandu\nBEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\n"
                        + "END:VTIMEZONE\nBEGIN:VEVENT\nUID:" + uid + "\nSEQUENCE:" + sequence + "\nDTSTAMP:"
                        + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                                .withZone(ZoneOffset.UTC)
                                .format(at)
                        + "\nATTENDEE;CN=\"Example: Ada\";PARTSTAT=" + answer + ":MAILTO:" + attendee.substring(0, 4)
                        + "\n " + attendee.substring(4) + "\n" + more + "END:VEVENT\nEND:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    private static void keepAddress(PersonId person) {
        Pages.seenBy(person).post("/mail/address", "address", address(person));
    }

    private static String address(PersonId person) {
        return person + "@example.org";
    }

    private static String notices(PersonId person) {
        return Pages.seenBy(person).get("/notices").page().text().replace('\u202f', ' ');
    }

    private String dates(PersonId person) {
        return Pages.seenBy(person)
                .get("/groups/" + here.group + "/dates")
                .page()
                .text();
    }

    private List<String> answers() {
        return as(
                here.chair(),
                () -> peerage.inTransaction(() -> peerage.bean(JdbcClient.class)
                        .sql("select person_id || ' ' || coming || case when by_mail then ' by mail' else '' end "
                                + "from scheduling.answer where date_id = :date")
                        .param("date", date.value())
                        .query(String.class)
                        .list()));
    }
}
