package org.peerage.web.download;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// A file that a browser keeps and does not show.
public final class Attachment {

    private Attachment() {}

    /// With its name and type, so that it is saved and not opened. For what is small.
    ///
    /// @param name of Latin letters, with its ending
    public static ResponseEntity<byte[]> of(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
                .body(bytes);
    }

    /// Writes a whole file, part by part.
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /// The same for what may be large: it goes out while it is written. What fails before the first bytes have
    /// gone fails as a page does; afterwards the answer is broken off, so that nobody takes half a file for a
    /// whole one.
    ///
    /// @throws BrokenOff when bytes have gone already
    public static void write(HttpServletResponse response, String name, String type, Writing writing)
            throws IOException {
        var out = new Outgoing(response, name, type);
        try {
            writing.to(out);
            out.end();
        } catch (IOException | RuntimeException failure) {
            if (out.begun) {
                throw new BrokenOff(out.readerGone, failure);
            }
            throw failure;
        }
    }

    private static String disposition(String name) {
        return "attachment; filename=\"" + name + "\"";
    }

    /// Half a file is out, and the rest does not follow.
    public static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean readerGone;

        BrokenOff(boolean readerGone, Exception cause) {
            super(cause);
            this.readerGone = readerGone;
        }

        /// Whoever asked has gone away: nothing is wrong.
        public boolean readerGone() {
            return readerGone;
        }
    }

    /// Keeps back the first bytes, and then so many at a time; that a writer flushes is no reason to send.
    private static final class Outgoing extends OutputStream {

        private final byte[] kept = new byte[1 << 15];
        private final HttpServletResponse response;
        private final String name;
        private final String type;
        private int many;
        private boolean begun;
        private boolean readerGone;

        Outgoing(HttpServletResponse response, String name, String type) {
            this.response = response;
            this.name = name;
            this.type = type;
        }

        @Override
        public void write(int one) throws IOException {
            if (many == kept.length) {
                send();
            }
            kept[many++] = (byte) one;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (var at = 0; at < length; ) {
                if (many == kept.length) {
                    send();
                }
                var part = Math.min(length - at, kept.length - many);
                System.arraycopy(bytes, from + at, kept, many, part);
                many += part;
                at += part;
            }
        }

        void end() throws IOException {
            send();
            response.flushBuffer();
        }

        private void send() throws IOException {
            if (!begun) {
                begun = true;
                response.setHeader(HttpHeaders.CONTENT_TYPE, type);
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
            }
            try {
                response.getOutputStream().write(kept, 0, many);
                many = 0;
            } catch (IOException gone) {
                readerGone = true;
                throw gone;
            }
        }
    }
}
