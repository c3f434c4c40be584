package org.peerage.web;

import java.util.Map;

/// A part of a page that another module draws: its template and what the template needs. It is made in the request and
/// the transaction of the page that it stands on, and shown there with [Shell#show].
public record Panel(String template, Map<String, Object> model) {

    public Panel {
        model = Map.copyOf(model);
    }
}
