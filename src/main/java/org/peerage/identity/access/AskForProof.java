package org.peerage.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.peerage.identity.Sessions;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Leads a session that has shown no keys yet to the page that asks for them, and back from there. Scripts get a plain
/// refusal. A form can only have come from a page of the lobby that was read on a provider's word.
class AskForProof implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (AskToSignIn.wantsAPage(request)) {
            response.sendRedirect(Sessions.PROOF_PAGE + "?next="
                    + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
        } else if (Sessions.visits(request) && sentByAForm(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", Sessions.PROOF_PAGE);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getWriter().write("{\"reason\":\"unproved\"}");
        }
    }

    private static boolean sentByAForm(HttpServletRequest request) {
        return request.getHeader("HX-Request") == null
                && !"GET".equals(request.getMethod())
                && String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded")
                && String.valueOf(request.getHeader("Accept")).contains("text/html");
    }
}
