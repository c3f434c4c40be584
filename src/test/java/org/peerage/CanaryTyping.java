package org.peerage;

import com.microsoft.playwright.Locator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.peerage.canary.Canary;

/// Fields of sealed texts, filled in with a word of their own each.
final class CanaryTyping {

    private final Set<String> typed = new LinkedHashSet<>();

    Set<String> typed() {
        return typed;
    }

    void add(String field) {
        typed.add(field);
    }

    void type(Visitor visitor, String kind) {
        type(visitor.page().locator("form[data-kind=" + kind + "]"));
    }

    void type(Locator form) {
        form.locator("sealed-field").first().waitFor();
        for (var field : form.locator("sealed-field").all()) {
            var name = form.getAttribute("data-kind") + " " + field.getAttribute("data-part");
            var choice = field.locator("select");
            if (choice.count() > 0) {
                choice.evaluate("(choice, word) => choice.add(new Option(word, word))", word(name));
                choice.selectOption(word(name));
            } else {
                field.locator("input, textarea").fill("Words, and " + word(name) + " in them.");
            }
            typed.add(name);
        }
    }

    static String word(String field) {
        return Canary.SEALED + field.replaceAll("[^a-z]", "");
    }
}
