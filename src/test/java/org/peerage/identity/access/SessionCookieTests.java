package org.peerage.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.peerage.identity.IdentitySettings;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
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

    private static String given(String address) {
        var cookies = new SecurityConfiguration().sessionCookie(new IdentitySettings(URI.create(address)));
        var request = new MockHttpServletRequest();
        request.setSecure(address.startsWith("https"));
        var response = new MockHttpServletResponse();
        cookies.writeCookieValue(new CookieValue(request, response, "a-session"));
        return Objects.requireNonNull(response.getHeader("Set-Cookie"));
    }
}
