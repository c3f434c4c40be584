package org.peerage.rooms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives controllers what their forms have sealed. What is no sealed text is refused before any of them is asked.
@Configuration(proxyBeanMethods = false)
class SealedArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(SealedInput.class);
    }

    @Override
    public SealedInput resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var sent = request.getParameter(SealedInput.PARAMETER);
        return new SealedInput(
                sent == null || sent.isBlank()
                        ? List.of()
                        : SealedPut.parse(sent).orElseThrow(() -> new RoomRefused("malformed")));
    }
}
