package org.peerage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/// Refuses fields with the character zero: PostgreSQL keeps it in no text, and nobody types it. Refuses a field that
/// stands in a form and in the address that it is sent to: the two would be taken for one, and whoever wrote the
/// address would have a say in the form.
final class KeepableText implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var fields = request.getParameterMap();
        if (fields.values().stream().flatMap(Arrays::stream).anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var query = request.getQueryString();
        if (query != null && !request.getMethod().equals("GET")) {
            UriComponentsBuilder.newInstance()
                    .query(query)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> {
                        var sent = fields.get(name);
                        if (sent != null && sent.length > values.size()) {
                            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                        }
                    });
        }
        return true;
    }
}
