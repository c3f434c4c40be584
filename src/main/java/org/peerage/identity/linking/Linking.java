package org.peerage.identity.linking;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.peerage.identity.KeyChanges;
import org.peerage.tenancy.PersonId;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Carries what two devices of one person say to each other. Each has vouched for it by a code that only their
/// screens have shown (`confidentiality.md` 2.2), so that nothing here is to be believed, and what is handed over
/// opens on the new device alone. A code is good for ten minutes, one device and one sign-in.
@Component
class Linking {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final LinkingStore store;
    private final KeyChanges keys;
    private final InstantSource clock;

    Linking(LinkingStore store, KeyChanges keys, InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /// As the device that is open sees the other: not there yet, there with a key, or linked.
    record Device(String recipient, String tag, boolean linked) {}

    /// What the new device opens, and the card that it has to fit.
    record Handed(PersonId person, Bytes file, String card) {}

    @Transactional
    boolean begin(PersonId person, Optional<Bytes> challenge, String number, String signature) {
        if (!keys.holds(person, challenge, new KeyChanges.Signed("device", number, signature))) {
            return false;
        }
        store.forgetAll(person);
        store.begin(bytes(number), person, clock.instant().plus(GOOD_FOR));
        return true;
    }

    @Transactional(readOnly = true)
    Optional<Device> find(String number) {
        return store.find(bytes(number), clock.instant());
    }

    @Transactional
    boolean come(String number, String recipient, String tag) {
        store.forgetExpired(clock.instant());
        return store.come(bytes(number), recipient, tag, clock.instant());
    }

    @Transactional
    boolean handOver(PersonId person, Optional<Bytes> challenge, String number, String file, String signature) {
        return keys.holds(person, challenge, new KeyChanges.Signed("device-keys", file, signature))
                && store.handOver(bytes(number), bytes(file), clock.instant());
    }

    @Transactional
    void forget(PersonId person) {
        store.forgetAll(person);
    }

    @Transactional(readOnly = true)
    Optional<Handed> handed(String number) {
        return store.handed(bytes(number), clock.instant());
    }

    /// True: whoever opened what was handed over has signed with it, and nobody has before.
    @Transactional
    boolean useUp(PersonId person, Optional<Bytes> challenge, String number, String signature) {
        if (!keys.holds(person, challenge, new KeyChanges.Signed("device-sign-in", number, signature))
                || !store.useUp(bytes(number), clock.instant())) {
            return false;
        }
        keys.deviceLinked(person);
        return true;
    }

    private static byte[] bytes(String base64Url) {
        return Bytes.fromBase64(base64Url).getBytes();
    }
}
