package org.peerage.identity.passkeys;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peerage.tenancy.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/// Passkeys as Spring Security asks for them. The user handle of a passkey is the person's id.
@Component
class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final JdbcClient sql;

    PasskeyStore(JdbcClient sql) {
        this.sql = sql;
    }

    static Bytes handle(PersonId person) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array());
    }

    static PersonId person(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    static PublicKeyCredentialUserEntity user(PersonId person, String name) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(person))
                .name(name)
                .displayName(name)
                .build();
    }

    @Override
    public void save(CredentialRecord passkey) {
        sql.sql("""
                insert into identity.passkey
                    (credential_id, person_id, public_key, signature_count, backup_eligible, backup_state, transports,
                     attestation, attestation_client, label, created_at, used_at)
                values (:id, :person, :key, :count, :eligible, :backedUp, :transports, :attestation, :client, :label,
                        :created, :used)
                on conflict (credential_id) do update
                    set signature_count = excluded.signature_count, backup_state = excluded.backup_state,
                        used_at = excluded.used_at
                """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("person", person(passkey.getUserEntityUserId()).value())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("eligible", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                .param("label", passkey.getLabel())
                .param("created", Timestamp.from(passkey.getCreated()))
                .param("used", Timestamp.from(passkey.getLastUsed()))
                .update();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return sql.sql(SELECT + "where credential_id = :id")
                .param("id", id.getBytes())
                .query(PasskeyStore::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return sql.sql(SELECT + "where person_id = :person")
                .param("person", person(user).value())
                .query(PasskeyStore::passkey)
                .list();
    }

    @Override
    public void delete(Bytes id) {
        sql.sql("delete from identity.passkey where credential_id = :id")
                .param("id", id.getBytes())
                .update();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes user) {
        var person = person(user);
        return sql.sql("select name from identity.person where id = :id")
                .param("id", person.value())
                .query(String.class)
                .optional()
                .map(name -> user(person, name))
                .orElse(null);
    }

    /// Names are not unique here and nobody signs in by name.
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return null;
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        throw new UnsupportedOperationException("people are enrolled by personal links only");
    }

    private static final String SELECT = """
            select credential_id, person_id, public_key, signature_count, backup_eligible, backup_state, transports,
                   attestation, attestation_client, label, created_at, used_at
            from identity.passkey
            """;

    private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
        Set<AuthenticatorTransport> transports = Arrays.stream(
                        row.getString("transports").split(",", -1))
                .filter(transport -> !transport.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        var attestation = row.getBytes("attestation");
        var client = row.getBytes("attestation_client");
        var record = ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(new PersonId(row.getObject("person_id", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .transports(transports)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .label(row.getString("label"))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed(row.getTimestamp("used_at").toInstant());
        if (attestation != null) {
            record.attestationObject(new Bytes(attestation));
        }
        if (client != null) {
            record.attestationClientDataJSON(new Bytes(client));
        }
        return record.build();
    }
}
