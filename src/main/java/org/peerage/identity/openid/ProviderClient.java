package org.peerage.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.Serial;
import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One provider as it describes itself right now. It is asked anew for each sign-in, and so are its keys: a key
/// that it has put away is not believed a minute longer, a new one at once, and one that is silent is noticed
/// before the browser is sent there.
final class ProviderClient {

    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_NAME = 254;

    /// Signatures that only the provider can make: none of those that our own secret would make.
    private static final Set<JWSAlgorithm> SIGNED = signed();

    private final Provider provider;
    private final String secret;
    private final OutgoingCall calls;
    private final OIDCProviderMetadata described;

    private ProviderClient(Provider provider, String secret, OutgoingCall calls, OIDCProviderMetadata described) {
        this.provider = provider;
        this.secret = secret;
        this.calls = calls;
        this.described = described;
    }

    /// The provider has answered, and what it said proves nothing. Its message is a code for the log, never a word that
    /// a provider or a browser has sent.
    static final class NotProved extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;

        NotProved(String code) {
            super(code);
        }
    }

    /// Asks a provider to describe itself.
    ///
    /// @throws IOException with what is wrong, for the operator
    static ProviderClient ask(Provider provider, String secret, OutgoingCall calls) throws IOException {
        var issuer = provider.issuer().toString();
        var address = URI.create((issuer.endsWith("/") ? issuer : issuer + "/") + ".well-known/openid-configuration");
        OIDCProviderMetadata described;
        try {
            described = OIDCProviderMetadata.parse(calls.text(address));
        } catch (ParseException unreadable) {
            throw new IOException("answers " + address + " with something else than its description", unreadable);
        }
        if (!described.getIssuer().getValue().equals(issuer)) {
            throw new IOException("calls itself " + described.getIssuer().getValue() + " and not " + issuer);
        }
        if (!Stream.of(
                        described.getAuthorizationEndpointURI(),
                        described.getTokenEndpointURI(),
                        described.getJWKSetURI())
                .allMatch(OpenIdSettings::reachedSafely)) {
            throw new IOException("names an address that is missing or has no https");
        }
        return new ProviderClient(provider, secret, calls, described);
    }

    /// What of its description would turn everybody away. What it does not list, it may still have.
    Optional<String> misfit() throws IOException {
        if (keys().getKeys().stream()
                .noneMatch(key ->
                        key.getKeyType().equals(KeyType.RSA) || key.getKeyType().equals(KeyType.EC))) {
            return Optional.of("has no key of a kind that is believed here (RSA or EC)");
        }
        if (described.getIDTokenJWSAlgs() != null && Collections.disjoint(described.getIDTokenJWSAlgs(), SIGNED)) {
            return Optional.of("signs in no way that is believed here (RS, PS or ES)");
        }
        if (described.getCodeChallengeMethods() != null
                && !described.getCodeChallengeMethods().contains(CodeChallengeMethod.S256)) {
            return Optional.of("knows no challenge S256, without which a stolen code would be taken");
        }
        return Optional.empty();
    }

    /// By which it signs right now.
    ///
    /// @throws IOException where its keys cannot be had
    private JWKSet keys() throws IOException {
        try {
            return JWKSet.parse(calls.text(described.getJWKSetURI()));
        } catch (java.text.ParseException unreadable) {
            throw new IOException("answers with something else than its keys", unreadable);
        }
    }

    /// Where the browser asks.
    URI address(Underway underway, URI back) {
        // What it is called is shown once, when it is connected; to sign in nothing but the subject is wanted.
        var scope = underway.connects().isPresent() ? new Scope("openid", "email") : new Scope("openid");
        return new AuthenticationRequest.Builder(ResponseType.CODE, scope, new ClientID(provider.clientId()), back)
                .endpointURI(described.getAuthorizationEndpointURI())
                .state(new State(underway.state()))
                .nonce(new Nonce(underway.nonce()))
                .codeChallenge(new CodeVerifier(underway.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /// Who it is, for a code that the browser brought.
    ///
    /// @throws IOException where it does not answer
    Account account(String code, Underway underway, URI back) throws IOException, NotProved {
        var grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), back, new CodeVerifier(underway.verifier()));
        var request = new TokenRequest.Builder(described.getTokenEndpointURI(), ourselves(), grant).build();
        try {
            var answer = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(calls));
            if (!(answer instanceof OIDCTokenResponse good)) {
                throw new NotProved("code");
            }
            var token = good.getOIDCTokens().getIDToken();
            if (token == null) {
                throw new NotProved("no-token");
            }
            return account(validator().validate(token, new Nonce(underway.nonce())));
        } catch (ParseException unreadable) {
            throw new NotProved("unreadable");
        } catch (BadJWTException wrong) {
            throw new NotProved("claims");
        } catch (BadJOSEException | JOSEException unsigned) {
            throw new NotProved("signature");
        }
    }

    private Account account(IDTokenClaimsSet claims) throws NotProved {
        var subject = claims.getSubject().getValue();
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new NotProved("subject");
        }
        var email = claims.getStringClaim("email");
        var shownAs = email == null || email.isBlank() ? subject : email;
        return new Account(
                provider.name(),
                provider.issuer().toString(),
                subject,
                shownAs.substring(0, Math.min(shownAs.length(), LONGEST_NAME)));
    }

    private IDTokenValidator validator() throws IOException {
        return new IDTokenValidator(
                described.getIssuer(),
                new ClientID(provider.clientId()),
                new JWSVerificationKeySelector<SecurityContext>(SIGNED, new ImmutableJWKSet<>(keys())),
                null);
    }

    private ClientAuthentication ourselves() {
        var id = new ClientID(provider.clientId());
        var ours = new Secret(secret);
        var ways = Objects.requireNonNullElse(
                described.getTokenEndpointAuthMethods(), List.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC));
        return !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                ? new ClientSecretPost(id, ours)
                : new ClientSecretBasic(id, ours);
    }

    private static Set<JWSAlgorithm> signed() {
        var all = new HashSet<JWSAlgorithm>(JWSAlgorithm.Family.RSA);
        all.addAll(List.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512));
        return Set.copyOf(all);
    }
}
