package org.peerage.quiet;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.peerage.web.Shell;

/// What the build makes of a template `minute.jte` beside the class; it makes none of those that lie among tests:
/// `<p class="quiet-minute">${shell.text(sentence)}</p>`.
@SuppressWarnings("MutablePublicArray")
public final class JteminuteGenerated {

    public static final String JTE_NAME = "quiet/minute.jte";
    public static final int[] JTE_LINE_INFO = {0};

    private JteminuteGenerated() {}

    public static void render(
            HtmlTemplateOutput output, @Nullable HtmlInterceptor interceptor, Shell shell, String sentence) {
        output.writeContent("<p class=\"quiet-minute\">");
        output.setContext("p", null);
        output.writeUserContent(shell.text(sentence));
        output.writeContent("</p>");
    }

    public static void renderMap(
            HtmlTemplateOutput output, @Nullable HtmlInterceptor interceptor, Map<String, Object> parameters) {
        render(output, interceptor, (Shell) Objects.requireNonNull(parameters.get("shell")), (String)
                Objects.requireNonNull(parameters.get("sentence")));
    }
}
