package org.peerage.notices;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerage.mail.Letter;
import org.peerage.mail.LetterKind;
import org.peerage.mail.LetterKinds;
import org.peerage.mail.Outbox;
import org.peerage.tenancy.PersonId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is told by the clock: what was told beforehand and whose day has come, and once a day how much is unread.
/// Answers only to the program `notices`.
@Component
class LaterNotices implements LetterKinds {

    private static final LetterKind DIGEST = new LetterKind("notices.letters.digest");

    /// Whoever looks at once needs no letter about it.
    private static final Duration QUIET = Duration.ofHours(2);

    private final NoticeStore store;
    private final MovedLists moved;
    private final Notices notices;
    private final Outbox outbox;
    private final Map<String, NoticeKind> kinds;
    private final URI base;

    LaterNotices(
            NoticeStore store,
            MovedLists moved,
            Notices notices,
            Outbox outbox,
            List<NoticeKinds> modules,
            @Value("${peerage.base-url}") URI base) {
        this.store = store;
        this.moved = moved;
        this.notices = notices;
        this.outbox = outbox;
        this.kinds = modules.stream()
                .flatMap(module -> module.kinds().stream())
                .collect(Collectors.toMap(NoticeKind::key, Function.identity()));
        this.base = base;
    }

    @Override
    public List<LetterKind> letters() {
        return List.of(DIGEST);
    }

    /// Counts and nothing else.
    private record DigestLetter(NoticeStore.Digest digest, LocalDate day, String page, Instant worthUntil)
            implements Letter {

        @Override
        public String kind() {
            return "notices.digest";
        }

        @Override
        public String key() {
            return "digest/" + digest.person() + "/" + day;
        }

        /// One that still waits gives way to the next.
        @Override
        public String thread() {
            return "digest";
        }

        @Override
        public PersonId to() {
            return digest.person();
        }

        @Override
        public String toName() {
            return "";
        }

        @Override
        public List<Object> facts() {
            return List.of(digest.notices(), digest.counted(), page);
        }

        @Override
        public Optional<LetterKind> switchable() {
            return Optional.of(DIGEST);
        }
    }

    /// False when nothing was left to tell.
    @Transactional
    boolean tell(Instant now) {
        var due = store.due(now);
        moved.add(due.stream().map(NoticeStore.Told::person).toList());
        due.forEach(
                told -> Optional.ofNullable(kinds.get(told.kind())).ifPresent(kind -> notices.mail(told, kind, "")));
        return !due.isEmpty();
    }

    /// What a letter of its own has told is not counted again.
    @Transactional
    void digest(Instant now) {
        var since = now.minus(Duration.ofDays(1));
        var silent = kinds.values().stream()
                .filter(NoticeKind::silent)
                .map(NoticeKind::key)
                .toList();
        var counted = kinds.values().stream()
                .filter(NoticeKind::counted)
                .map(NoticeKind::key)
                .toList();
        for (var digest : store.digests(silent, counted, now.minus(QUIET), since)) {
            if (store.digested(digest.person(), since, now)) {
                outbox.post(new DigestLetter(
                        digest,
                        LocalDate.ofInstant(now, ZoneOffset.UTC),
                        base.resolve(Notices.page()).toString(),
                        now.plus(Duration.ofDays(1))));
            }
        }
    }
}
