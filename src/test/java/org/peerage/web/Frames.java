package org.peerage.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Renders single templates in a page of a test's own, in the product's frame and under its security policy.
@Component
public class Frames {

    private final TemplateEngine templates;
    private final MessageSource messages;
    private final Assets assets;

    Frames(TemplateEngine templates, MessageSource messages, Assets assets) {
        this.templates = templates;
        this.messages = messages;
        this.assets = assets;
    }

    public String page(HttpServletRequest request, String title, String content) {
        return render(request, "web/layout.jte", Map.of("title", title, "content", (Content)
                output -> output.writeContent(content)));
    }

    public String render(HttpServletRequest request, String template, Map<String, Object> parameters) {
        var all = new HashMap<>(parameters);
        all.put("shell", shell(request));
        var output = new StringOutput();
        templates.render(template, all, output);
        return output.toString();
    }

    public String nonce(HttpServletRequest request) {
        return shell(request).nonce();
    }

    private Shell shell(HttpServletRequest request) {
        return new Shell(request, messages, templates, assets, List.of(), Locale.ENGLISH, Labelled.USUAL);
    }
}
