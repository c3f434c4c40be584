package org.peerage.live;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// A connection's buffers are never given to another connection: a word that is being written while its stream is ended
/// from elsewhere would be written into somebody else's answer (ADR-0053).
@Component
class Connections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> connector.setProperty("socket.bufferPool", "0"));
    }
}
