package org.peerage.identity.access;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.peerage.identity.IdentitySettings;
import org.peerage.identity.Sessions;
import org.peerage.tenancy.Acting;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Who may reach what before row security decides: everything but the doors needs a signed-in person. Protection
/// against requests from other origins stands in the web module, so no form tokens here.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
@EnableJdbcHttpSession(
        tableName = "identity.web_session",
        maxInactiveIntervalInSeconds = 12 * 60 * 60,
        cleanupCron = "0 */10 * * * *")
class SecurityConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// What a provider's word is good for, beside the first page: who is in the network, and when who meets (ADR-0044).
    /// Nothing that a room has sealed, and nothing to take along.
    private static final String[] LOBBY = {
        "/networks/*",
        "/networks/*/groups",
        "/networks/*/directory",
        "/networks/*/directory/*",
        "/groups/*/meetings",
        "/groups/*/dates"
    };

    /// The library takes rows that follow one another for one session. Without an order the database may mix those of
    /// two, and a session of which only a part was read was not ended with the others.
    static final String SESSIONS_OF_A_PERSON = """
            select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                   a.attribute_name, a.attribute_bytes
            from identity.web_session s
            left join identity.web_session_attributes a on a.session_primary_id = s.primary_id
            where s.principal_name = ?
            order by s.primary_id
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOfAPerson() {
        return sessions -> {
            sessions.setListSessionsByPrincipalNameQuery(SESSIONS_OF_A_PERSON);
            sessions.setSessionIdGenerator(SecurityConfiguration::sessionId);
        };
    }

    /// 216 bits, as many letters as the column has. The library's own is a UUID, of which 122 bits are random.
    private static String sessionId() {
        var bytes = new byte[27];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, SecurityContextRepository contexts) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .anonymous(anonymous -> anonymous.disable())
                .securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/join/*/accept")
                        .access(ProvedKeys.NEEDED)
                        .requestMatchers(HttpMethod.GET, "/")
                        .access(ProvedKeys.IF_ANYBODY_OR_PROVIDER)
                        .requestMatchers("/", "/demo", "/demo/**")
                        .access(ProvedKeys.IF_ANYBODY)
                        .requestMatchers("/networks/new")
                        .access(ProvedKeys.NEEDED)
                        .requestMatchers(HttpMethod.GET, LOBBY)
                        .access(ProvedKeys.OR_PROVIDER)
                        .requestMatchers("/keys/new", "/keys/new/waiting", "/keys/new/take-back")
                        .access(ProvedKeys.OR_LINK)
                        .requestMatchers(
                                "/assets/**",
                                "/join/**",
                                "/sign-in/**",
                                "/mail/off/**",
                                "/act/*",
                                "/open/**",
                                "/visit/**",
                                "/calendars/*",
                                "/talks/**",
                                "/help",
                                "/help/*",
                                "/livez",
                                "/readyz",
                                "/error",
                                "/favicon.ico")
                        .permitAll()
                        .requestMatchers(
                                "/keys",
                                Sessions.PROOF_PAGE,
                                "/keys/me",
                                "/keys/locks",
                                "/keys/locks/*/opened",
                                "/keys/challenge",
                                "/keys/resume",
                                "/sign-out")
                        .authenticated()
                        .anyRequest()
                        .access(ProvedKeys.NEEDED))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(new AskToSignIn()).accessDeniedHandler(new AskForProof()))
                .addFilterAfter(new ActorFilter(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    CookieSerializer sessionCookie(IdentitySettings settings) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.secure() ? "__Host-peerage" : "peerage");
        cookie.setUseSecureCookie(settings.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    @Bean
    @Primary
    NearbySessions<? extends Session> nearbySessions(JdbcIndexedSessionRepository sessions) {
        return new NearbySessions<>(sessions, Ticker.systemTicker());
    }

    /// Sessions are read before anybody is known, so their tables let in only the program that keeps them.
    @Bean
    @Qualifier("springSessionTransactionOperations") TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
                // The database writes down by whom a session was ended: from where it is, or from elsewhere.
                var program = Acting.current().equals(Sessions.ENDING) ? Sessions.ENDING.name() : "sessions";
                return Acting.asProgram(program, () -> apart.execute(work));
            }
        };
    }
}
