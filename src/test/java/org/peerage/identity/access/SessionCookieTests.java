package org.peerage.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.peerage.RunningPeerage;
import org.peerage.identity.IdentitySettings;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/// What a browser is told about the session it is given.
class SessionCookieTests {

    @Test
    void noScriptReadsItNoOtherSiteSendsItAndNoOtherHostSetsIt() {
        assertThat(given("https://peerage.example.org"))
                .startsWith("__Host-peerage=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
    }

    /// A browser takes no `__Host-` cookie without https.
    @Test
    void onOnesOwnMachineItHasAnotherName() {
        assertThat(given("http://localhost:8080"))
                .startsWith("peerage=")
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure", "Domain");
    }

    /// A UUID would have 122 bits.
    @Test
    void nobodyGuessesOne() {
        var sessions = RunningPeerage.shared().bean(JdbcIndexedSessionRepository.class);
        Session one = sessions.createSession();
        Session other = sessions.createSession();
        var id = one.getId();
        assertThat(id).matches("[A-Za-z0-9_-]{36}").isNotEqualTo(other.getId());
        assertThat(Base64.getUrlDecoder().decode(id)).hasSize(27);
        assertThat(id).doesNotMatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static String given(String address) {
        var cookies = new SecurityConfiguration().sessionCookie(new IdentitySettings(URI.create(address)));
        var request = new MockHttpServletRequest();
        request.setSecure(address.startsWith("https"));
        var response = new MockHttpServletResponse();
        cookies.writeCookieValue(new CookieValue(request, response, "a-session"));
        return Objects.requireNonNull(response.getHeader("Set-Cookie"));
    }
}
