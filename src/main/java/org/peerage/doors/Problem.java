package org.peerage.doors;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// Why a program gets no answer, as RFC 9457 writes it: for whoever wrote the program, in English.
final class Problem extends RuntimeException {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int A_WHILE = 60;

    private final HttpStatus status;
    private final String detail;

    Problem(HttpStatus status, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND, "There is nothing here, or nothing that this token may see.");
    }

    static Problem unknown() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "Send a personal access token that is good: Authorization: Bearer " + Tokens.PREFIX + "…");
    }

    static Problem tooMany() {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "Too many requests. Wait a minute.");
    }

    ResponseEntity<byte[]> answer() {
        return ResponseEntity.status(status).headers(headers()).body(body());
    }

    /// The same where no controller answers.
    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(body());
    }

    private HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"peerage\"");
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(A_WHILE));
        }
        return headers;
    }

    private byte[] body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        return JSON.writeValueAsBytes(body);
    }
}
