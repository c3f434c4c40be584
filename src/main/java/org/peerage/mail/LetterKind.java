package org.peerage.mail;

/// A sort of letter that somebody may want or not: each can be switched off by itself.
///
/// @param key of the words that name it, where it is switched
public record LetterKind(String key) {}
