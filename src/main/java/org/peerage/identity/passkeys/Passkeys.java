package org.peerage.identity.passkeys;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peerage.identity.IdentitySettings;
import org.peerage.tenancy.PersonId;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInput;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Registering and checking passkeys. User verification is required both times, because PRF values differ with and
/// without it; PRF is asked for, and its result must never come here.
@Component
public class Passkeys {

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final PublicKeyCredentialRpEntity host;
    private final Webauthn4JRelyingPartyOperations checks;

    Passkeys(PasskeyStore store, IdentitySettings settings) {
        host = PublicKeyCredentialRpEntity.builder()
                .id(settings.baseUrl().getHost())
                .name("Peerage")
                .build();
        checks = new Webauthn4JRelyingPartyOperations(store, store, host, Set.of(settings.origin()));
    }

    public PublicKeyCredentialCreationOptions creation(PersonId person, String name, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(host)
                .user(PasskeyStore.user(person, name))
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .timeout(Duration.ofMinutes(5))
                .extensions(new ImmutableAuthenticationExtensionsClientInputs(
                        new ImmutableAuthenticationExtensionsClientInput<>("prf", Map.of())))
                .build();
    }

    public PublicKeyCredentialRequestOptions request(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(host.getId())
                .challenge(challenge)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(Duration.ofMinutes(5))
                .build();
    }

    public String write(Object options) {
        return json.writeValueAsString(options);
    }

    /// Checks a new passkey and stores it. Empty: it does not prove what it should.
    @Transactional
    public Optional<CredentialRecord> register(
            PersonId person, String name, Bytes challenge, JsonNode passkey, String label) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> response =
                    json.convertValue(passkey, new TypeReference<>() {});
            return Optional.of(checks.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    creation(person, name, challenge), new RelyingPartyPublicKey(response, label))));
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException e) {
            return Optional.empty();
        }
    }

    /// Whose passkey signed the challenge. Empty: nobody's.
    @Transactional
    public Optional<PersonId> check(Bytes challenge, JsonNode assertion) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> response =
                    json.convertValue(assertion, new TypeReference<>() {});
            var user = checks.authenticate(new RelyingPartyAuthenticationRequest(request(challenge), response));
            return Optional.of(PasskeyStore.person(user.getId()));
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException e) {
            return Optional.empty();
        }
    }
}
