package org.peerage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

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
            var inAddress = Arrays.stream(query.split("&", -1))
                    .map(field -> URLDecoder.decode(field.split("=", 2)[0], StandardCharsets.UTF_8))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            inAddress.forEach((name, times) -> {
                var sent = fields.get(name);
                if (sent != null && sent.length > times) {
                    throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                }
            });
        }
        return true;
    }
}
