package org.peerage.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.peerage.identity.Attempts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The way in for programs: a chain of its own, before the one for people, that knows tokens and no sessions.
@Configuration(proxyBeanMethods = false)
class DoorsConfiguration implements WebMvcConfigurer {

    private static final String API = "/api/**";

    @Bean
    @Order(0)
    SecurityFilterChain programs(HttpSecurity http, Tokens tokens, Attempts attempts) throws Exception {
        return http.securityMatcher(API)
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .anonymous(anonymous -> anonymous.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterAfter(new TokenFilter(tokens, attempts), AuthorizationFilter.class)
                .build();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeCheck()).addPathPatterns(API);
    }

    /// The last look before a controller of `/api/`: has the token what the route needs?
    private static final class ScopeCheck implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
            if (needs == null) {
                throw Problem.notFound();
            }
            if (needs.value().length == 0) {
                return true;
            }
            var held = TokenFilter.of(request).orElseThrow(Problem::unknown);
            if (!held.scopes().containsAll(Arrays.asList(needs.value()))) {
                throw new Problem(
                        HttpStatus.FORBIDDEN,
                        "This token lacks the scope "
                                + Arrays.stream(needs.value())
                                        .map(TokenScope::word)
                                        .collect(Collectors.joining(" "))
                                + ".");
            }
            return true;
        }
    }
}
