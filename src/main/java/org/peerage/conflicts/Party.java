package org.peerage.conflicts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.peerage.networks.ProfileId;
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
                        folded(organisation),
                        folded(roleTitle),
                        folded(industry),
                        folded(narrowIndustry),
                        folded(tags)));
    }

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

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

    /// However it is written.
    private static String folded(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ");
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }
}
