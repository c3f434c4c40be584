package org.peerage.conflicts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.peerage.networks.ProfileId;
import org.peerage.rosters.SameWords;
import org.peerage.tenancy.PersonId;

/// Somebody who sits in a group, or is asked to, by what their profile says that a conflict may come of.
record Party(
        ProfileId profile,
        Optional<PersonId> person,
        String name,
        String organisation,
        String narrowIndustry,
        Said said) {

    /// The same however it is written: a comparison with thousands of others folds nothing again.
    record Said(String organisation, String roleTitle, String industry, String narrowIndustry, String tags) {

        /// All that a profile says of somebody's work.
        List<String> words() {
            return List.of(roleTitle, industry, narrowIndustry, tags);
        }
    }

    static Party of(
            ProfileId profile,
            Optional<PersonId> person,
            String name,
            String organisation,
            String roleTitle,
            String industry,
            String narrowIndustry,
            String tags) {
        return new Party(
                profile,
                person,
                name,
                organisation,
                narrowIndustry,
                new Said(
                        SameWords.of(organisation),
                        SameWords.of(roleTitle),
                        SameWords.of(industry),
                        SameWords.of(narrowIndustry),
                        SameWords.of(tags)));
    }

    boolean is(PersonId somebody) {
        return person.filter(somebody::equals).isPresent();
    }

    /// Two profiles with one digest say the same.
    String digest() {
        var all = String.join("\n", said.organisation(), String.join("\n", said.words()));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
