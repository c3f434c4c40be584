package org.peerage.live;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/// The connection of a stream whose request has ended. Tomcat makes it, and takes the buffers of the request back for
/// the next one (ADR-0053). Public because Tomcat must reach it.
public final class Line implements InternalHttpUpgradeHandler {

    private @Nullable Stream stream;
    private @Nullable SocketWrapperBase<?> connection;

    void carry(Stream its) {
        stream = its;
    }

    /// A connection points to where its last request was read into, and that to the request with all its buffers: 96 kB
    /// for as long as the stream lasts, if they were not parted here.
    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        wrapper.setAppReadBufHandler(null);
        connection = wrapper;
    }

    @Override
    public void init(WebConnection upgraded) {
        if (stream != null && connection != null) {
            stream.connect(connection);
        }
    }

    /// A browser says nothing on this connection; that there is something to read means nearly always that it has gone.
    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        if (event == SocketEvent.OPEN_WRITE) {
            return SocketState.UPGRADED;
        }
        if (event != SocketEvent.OPEN_READ || connection == null) {
            return SocketState.CLOSED;
        }
        var ignored = new byte[256];
        try {
            var read = connection.read(false, ignored, 0, ignored.length);
            while (read > 0) {
                read = connection.read(false, ignored, 0, ignored.length);
            }
            return read < 0 ? SocketState.CLOSED : SocketState.UPGRADED;
        } catch (IOException | RuntimeException _) {
            return SocketState.CLOSED;
        }
    }

    @Override
    public void destroy() {
        if (stream != null) {
            stream.end();
        }
    }

    @Override
    public void timeoutAsync(long now) {
        // Nothing waits here; whoever writes waits for a time of their own.
    }

    @Override
    public void setSslSupport(SSLSupport support) {
        // Nobody asks who the other end is: the request has said so.
    }

    @Override
    public void pause() {
        // The streams are ended before the server is.
    }
}
