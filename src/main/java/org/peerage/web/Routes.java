package org.peerage.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Finds who answers an address. Spring holds each of some hundred patterns against it, with method, headers and all;
/// here those whose fixed parts are other ones are passed over first, so that a module's addresses cost no other
/// module's pages anything.
final class Routes extends RequestMappingHandlerMapping {

    private static final ScopedValue<String[]> ASKED = ScopedValue.newInstance();

    /// The parts of each address, empty where anything may stand.
    private final Map<RequestMappingInfo, String[]> shapes = new HashMap<>();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> known) {
        super.handlerMethodsInitialized(known);
        known.keySet().forEach(one -> {
            var patterns = one.getPatternValues();
            var pattern = patterns.size() == 1 ? patterns.iterator().next() : "*";
            // What has a star may be of any length.
            if (pattern.indexOf('*') < 0) {
                shapes.put(
                        one,
                        Arrays.stream(pattern.split("/"))
                                .map(part -> part.indexOf('{') < 0 ? part : "")
                                .toArray(String[]::new));
            }
        });
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        // In other writings of an address its parts are not yet what they mean.
        if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
            return super.lookupHandlerMethod(path, request);
        }
        return ScopedValue.where(ASKED, path.split("/")).call(() -> super.lookupHandlerMethod(path, request));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo one, HttpServletRequest request) {
        return !ASKED.isBound() || mayBe(shapes.get(one), ASKED.get()) ? super.getMatchingMapping(one, request) : null;
    }

    private static boolean mayBe(String @Nullable [] shape, String[] asked) {
        if (shape == null) {
            return true;
        }
        if (shape.length != asked.length) {
            return false;
        }
        for (var part = 0; part < shape.length; part++) {
            if (!shape[part].isEmpty() && !shape[part].equals(asked[part])) {
                return false;
            }
        }
        return true;
    }
}
