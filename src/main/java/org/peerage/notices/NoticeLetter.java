package org.peerage.notices;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerage.mail.Letter;
import org.peerage.mail.LetterKind;
import org.peerage.tenancy.PersonId;

/// What a notice tells, by mail.
record NoticeLetter(NoticeStore.Told told, String toName, LetterKind sort, Optional<String> linked, URI base)
        implements Letter {

    @Override
    public String kind() {
        return told.kind();
    }

    @Override
    public String key() {
        return thread() + "/" + told.times();
    }

    @Override
    public String thread() {
        return thread(told.id());
    }

    static String thread(UUID notice) {
        return "notice/" + notice;
    }

    @Override
    public PersonId to() {
        return told.person();
    }

    @Override
    public List<Object> facts() {
        var facts = new ArrayList<>(told.facts());
        facts.add(told.times());
        facts.add(base.resolve(told.address()).toString());
        return facts;
    }

    @Override
    public Optional<Act> act() {
        return linked.map(act -> new Act(act, told.subject()));
    }

    @Override
    public Instant worthUntil() {
        return told.until();
    }

    @Override
    public Optional<LetterKind> switchable() {
        return Optional.of(sort);
    }
}
