package org.peerage.identity;

import java.net.http.HttpResponse;
import org.peerage.Caller;
import org.springframework.security.web.webauthn.api.Bytes;
import tools.jackson.databind.json.JsonMapper;

/// A browser that shows somebody's keys on the page that asks for them.
public final class ShownKeys {

    private ShownKeys() {}

    public static HttpResponse<String> in(Caller browser, Caller whose) {
        var challenge = JsonMapper.shared()
                .readTree(browser.json("POST", "/keys/challenge", "{}").body())
                .path("challenge")
                .asString();
        var content =
                KeyChanges.content(whose.person(), Bytes.fromBase64(challenge), new KeyChanges.Signed("prove", "", ""));
        return browser.json("POST", "/keys/proof", """
                {"sig":"%s"}""".formatted(whose.keys().signature(KeyChanges.LABEL, content)));
    }
}
