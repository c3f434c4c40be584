package org.peerage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peerage.Caller;
import org.peerage.RunningPeerage;

/// What a session costs that is only used.
class SessionCostTests {

    private final RunningPeerage peerage = RunningPeerage.shared();

    @Test
    void thatSomebodyIsThereIsNotWrittenAtEachRequest() throws SQLException {
        var wren = Caller.enrolled(peerage, "Wren Halloway");
        var written = new HashSet<String>();
        for (var request = 0; request < 5; request++) {
            assertThat(wren.get("/keys/me").statusCode()).isEqualTo(200);
            written.add(row(wren));
        }
        assertThat(written).as("versions of the row of the session").hasSize(1);
    }

    @Test
    void aSessionThatHasShownKeysIsReadOnceForManyRequests() {
        var wren = Caller.enrolled(peerage, "Wren Halloway");
        assertThat(wren.get("/keys/me").statusCode()).isEqualTo(200);
        assertThat(SessionReads.during(() -> {
                    for (var request = 0; request < 5; request++) {
                        assertThat(wren.get("/keys/me").statusCode()).isEqualTo(200);
                    }
                }))
                .isLessThan(2);
    }

    @Test
    void whatIsNobodysInParticularAsksForNoSession() {
        var wren = Caller.enrolled(peerage, "Wren Halloway");
        var browser = ByLink.signedIn(peerage, wren);
        var sheet = wren.page("/help").expectFirst("link[rel=stylesheet]").attr("href");
        assertThat(SessionReads.during(() -> {
                    for (var path : List.of("/livez", "/readyz", sheet)) {
                        assertThat(browser.get(path).statusCode()).isEqualTo(200);
                    }
                }))
                .isZero();
    }

    @Test
    void aSessionThatIsEndedIsOverAtOnce() {
        var wren = Caller.enrolled(peerage, "Wren Halloway");
        assertThat(wren.get("/keys/me").statusCode()).isEqualTo(200);
        peerage.bean(OpenSessions.class).endAllBut(wren.person(), "");
        assertThat(wren.get("/keys/me").statusCode()).isIn(302, 401);
    }

    private String row(Caller whose) throws SQLException {
        var login = peerage.login("peerage_backup");
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var query = connection.prepareStatement(
                        "select xmin::text || ' ' || last_access_time from identity.web_session where principal_name = ?")) {
            query.setString(1, whose.person().toString());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
