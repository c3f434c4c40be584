package org.peerage.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/// A provider of OpenID Connect on this machine: Spring's own server, to which everybody in the header `Who` is signed
/// in already. It tells the truth until it is asked to lie.
final class RealProvider implements AutoCloseable {

    static final String CLIENT = "peerage-here";
    static final String SECRET = "a-secret-that-nobody-prints";

    /// What is wrong with the ID token.
    enum Lie {
        NONE,
        ISSUER,
        AUDIENCE,
        NONCE,
        NO_NONCE,
        EXPIRED,
        FOREIGN_KEY,
        NOT_SIGNED
    }

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();
    private final Lies lies = new Lies();
    private final URI issuer;

    RealProvider(URI back) {
        try (var socket = new ServerSocket(0)) {
            issuer = URI.create("http://localhost:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.registerBean(Lies.class, () -> lies);
        context.registerBean(
                TomcatServletWebServerFactory.class, () -> new TomcatServletWebServerFactory(issuer.getPort()));
        context.registerBean(
                AuthorizationServerSettings.class,
                () -> AuthorizationServerSettings.builder()
                        .issuer(issuer.toString())
                        .build());
        context.registerBean(
                RegisteredClientRepository.class, () -> new InMemoryRegisteredClientRepository(client(back)));
        context.register(Parts.class);
        context.refresh();
        isAwake();
    }

    /// The program waits for a provider a few seconds only, and the first answers of a server take longest.
    private void isAwake() {
        try (var http = HttpClient.newHttpClient()) {
            for (var path : List.of("/.well-known/openid-configuration", "/oauth2/jwks", "/oauth2/token")) {
                http.send(HttpRequest.newBuilder(issuer.resolve(path)).build(), HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI issuer() {
        return issuer;
    }

    void lies(Lie lie) {
        lies.lie = lie;
    }

    /// The browser of somebody whom it knows: where it is sent back to.
    URI signsIn(String who, URI asked) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(asked).header("Who", who).build(), HttpResponse.BodyHandlers.ofString());
            return URI.create(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static RegisteredClient client(URI back) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(back.toString())
                .scope("openid")
                .scope("email")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    static final class Lies {

        private volatile Lie lie = Lie.NONE;
    }

    /// Given to its context alone: no scan finds it.
    @EnableWebSecurity
    static class Parts {

        private final RSAKey key = generated();
        private final RSAKey foreign = generated();

        private static RSAKey generated() {
            try {
                return new RSAKeyGenerator(2048).keyID("the-key").generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        @Bean
        SecurityFilterChain everything(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .addFilterAfter(
                            (request, response, chain) -> {
                                var who = ((HttpServletRequest) request).getHeader("Who");
                                if (who != null) {
                                    SecurityContextHolder.setContext(
                                            new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                                    who,
                                                    "",
                                                    List.of(FactorGrantedAuthority.fromAuthority("FACTOR_PASSWORD")))));
                                }
                                chain.doFilter(request, response);
                            },
                            SecurityContextHolderFilter.class)
                    .build();
        }

        @Bean
        ImmutableJWKSet<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        /// Without any servlet no filter is asked.
        @Bean
        ServletRegistrationBean<HttpServlet> nothing() {
            return new ServletRegistrationBean<>(new HttpServlet() {}, "/");
        }

        @Bean
        JwtDecoder decoder() {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys());
        }

        @Bean
        JwtEncoder encoder(Lies lies) {
            var honest = new NimbusJwtEncoder(keys());
            var forged = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(foreign)));
            return asked -> switch (lies.lie) {
                case NOT_SIGNED -> unsigned(honest.encode(asked));
                case FOREIGN_KEY -> forged.encode(asked);
                default -> honest.encode(asked);
            };
        }

        private static Jwt unsigned(Jwt signed) {
            try {
                var claims = JWTClaimsSet.parse(SignedJWT.parse(signed.getTokenValue())
                        .getJWTClaimsSet()
                        .toString());
                return new Jwt(
                        new PlainJWT(claims).serialize(),
                        signed.getIssuedAt(),
                        signed.getExpiresAt(),
                        signed.getHeaders(),
                        signed.getClaims());
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(Lies lies) {
            return token -> {
                if (!token.getTokenType().getValue().equals("id_token")) {
                    return;
                }
                var claims = token.getClaims();
                if (token.getAuthorizedScopes().contains("email")) {
                    Authentication person = token.getPrincipal();
                    claims.claim("email", Objects.requireNonNull(person).getName() + "@example.org")
                            .claim("email_verified", true);
                }
                switch (lies.lie) {
                    case ISSUER -> claims.issuer("https://elsewhere.example.org");
                    case AUDIENCE -> claims.audience(List.of("somebody-else"));
                    case NONCE -> claims.claim("nonce", "of-another-browser");
                    case NO_NONCE -> claims.claims(all -> all.remove("nonce"));
                    case EXPIRED ->
                        claims.issuedAt(Instant.now().minus(Duration.ofHours(3)))
                                .expiresAt(Instant.now().minus(Duration.ofHours(2)));
                    case NONE, FOREIGN_KEY, NOT_SIGNED -> claims.claim("said", "truly");
                }
            };
        }
    }
}
