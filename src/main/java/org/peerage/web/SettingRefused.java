package org.peerage.web;

/// A setting with which the program cannot do what it is for. The message is for the operator: which variable, what is
/// wrong with it, what to do. It never carries a secret.
public final class SettingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingRefused(String sentence) {
        super(sentence);
    }
}
