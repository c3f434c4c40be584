package org.peerage.kills;

import java.util.HashSet;
import java.util.Set;

/// Acts of which the last one stands. What was acknowledged last must be there, or one that was sent after it and never
/// answered.
abstract class LastWord extends Series {

    private String last = "";
    private boolean unsure;
    private final Set<String> open = new HashSet<>();

    /// Another word than the one that stands.
    abstract String next(String last);

    abstract Sender.Answer send(String word, String last) throws InterruptedException;

    /// The word that stands at the server, empty where none does.
    abstract String read() throws Exception;

    @Override
    final void act() throws InterruptedException {
        if (unsure && !settled()) {
            return;
        }
        var word = next(last);
        switch (send(word, last)) {
            case DONE -> {
                acknowledged();
                last = word;
                open.clear();
            }
            case UNANSWERED -> {
                unanswered();
                open.add(word);
                unsure = true;
            }
            case OVERTAKEN -> unsure = true;
            case NOT_SENT -> {
                // The next one is as good.
            }
        }
    }

    /// Whoever got no answer looks before they write again.
    private boolean settled() throws InterruptedException {
        try {
            compare();
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception notYet) {
            return false;
        }
    }

    @Override
    final void compare() throws Exception {
        var stands = read();
        if (open.contains(stands)) {
            wasDone();
        } else if (!stands.equals(last)) {
            lost("“" + last + "” was acknowledged, and “" + stands + "” stands");
        }
        last = stands;
        open.clear();
        unsure = false;
    }
}
