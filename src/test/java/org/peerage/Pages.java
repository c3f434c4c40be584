package org.peerage;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.peerage.identity.SignedIn;
import org.peerage.tenancy.Acting;
import org.peerage.tenancy.Actor;
import org.peerage.tenancy.PersonId;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/// The program's pages as one person gets them, without a browser: controllers, templates, stores and row security are
/// the real ones; who acts is bound as the filters of signing in would.
public final class Pages {

    private static final MockMvcTester HTTP = tester();

    private final PersonId person;

    private Pages(PersonId person) {
        this.person = person;
    }

    public static Pages seenBy(PersonId person) {
        return new Pages(person);
    }

    /// What came back; `at` is where it leads if it is a redirect.
    public record Answer(int status, String contentType, String at, String body, MockHttpServletResponse raw) {

        public Document page() {
            return Jsoup.parse(body);
        }
    }

    public Answer get(String path) {
        return answer(HTTP.get().uri(path));
    }

    /// As htmx asks for a fragment.
    public Answer fragment(String path) {
        return answer(HTTP.get().uri(path).header("HX-Request", "true"));
    }

    /// Names and values of the form, in turn.
    public Answer post(String path, String... fields) {
        var request = HTTP.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("HX-Request", "true");
        for (var i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return answer(request);
    }

    /// Any method, with JSON or with form fields as a browser would write them.
    public Answer ask(String method, String path, String sent) {
        var json = sent.startsWith("{");
        return answer(HTTP.method(HttpMethod.valueOf(method))
                .uri(URI.create(path))
                .header("HX-Request", "true")
                .contentType(json ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.ALL)
                .principal(person::toString)
                .content(sent));
    }

    /// Bytes that are no form.
    public Answer put(String path, byte[] sent) {
        return answer(HTTP.put()
                .uri(path)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(sent));
    }

    /// There is no connection here that a stream could keep: what it says first is all.
    private static final class WithoutConnection extends HttpServletRequestWrapper {

        WithoutConnection(HttpServletRequest request) {
            super(request);
        }

        @Override
        public <T extends HttpUpgradeHandler> T upgrade(Class<T> kind) throws ServletException {
            try {
                return kind.getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new ServletException(e);
            }
        }
    }

    private Answer answer(MockMvcTester.MockMvcRequestBuilder request) {
        return Acting.as(new Actor.Person(person), () -> {
            var response = signedIn(request);
            try {
                return new Answer(
                        response.getStatus(),
                        Objects.toString(response.getContentType(), ""),
                        Objects.toString(response.getRedirectedUrl(), ""),
                        response.getContentAsString(StandardCharsets.UTF_8),
                        response);
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private MockHttpServletResponse signedIn(MockMvcTester.MockMvcRequestBuilder request) {
        var who = new SignedIn(person.value(), person.toString());
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of())));
        try {
            return request.asyncExchange().getResponse();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static MockMvcTester tester() {
        WebApplicationContext context = Objects.requireNonNull(
                RunningPeerage.shared().bean(DispatcherServlet.class).getWebApplicationContext());
        return MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBeansOfType(Filter.class).values().stream()
                        .filter(filter -> filter.getClass().getSimpleName().equals("ContentSecurityFilter"))
                        .toArray(Filter[]::new))
                .addFilters((request, response, chain) ->
                        chain.doFilter(new WithoutConnection((HttpServletRequest) request), response))
                .build());
    }
}
