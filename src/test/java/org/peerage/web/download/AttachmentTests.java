package org.peerage.web.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;

/// Nobody takes half a file for a whole one, nor an error page for a file.
class AttachmentTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void whatFailsBeforeAnythingHasGoneLeavesTheAnswerAsItWas() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Attachment.write(response, "a.csv", "text/csv", out -> {
                    out.write(new byte[100]);
                    throw new IllegalStateException("on purpose");
                }));
        assertThat(response.getHeaderNames()).isEmpty();
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void whatFailsAfterwardsIsBrokenOff() {
        assertThatExceptionOfType(Attachment.BrokenOff.class)
                .isThrownBy(() -> Attachment.write(response, "a.csv", "text/csv", out -> {
                    out.write(new byte[100_000]);
                    throw new IllegalStateException("on purpose");
                }))
                .satisfies(broken -> assertThat(broken.readerGone()).isFalse());
    }

    @Test
    void aReaderWhoHasGoneAwayIsNoFailure() {
        var hungUp = new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return new DelegatingServletOutputStream(new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("hung up");
                    }
                });
            }
        };
        assertThatExceptionOfType(Attachment.BrokenOff.class)
                .isThrownBy(() -> Attachment.write(hungUp, "a.csv", "text/csv", out -> out.write(new byte[100_000])))
                .satisfies(broken -> assertThat(broken.readerGone()).isTrue());
    }

    @Test
    void everyByteArrivesInItsOrder() throws IOException {
        var whole = new byte[200_001];
        for (var at = 0; at < whole.length; at++) {
            whole[at] = (byte) (at % 251);
        }
        Attachment.write(response, "a.bin", "application/octet-stream", out -> {
            out.write(whole, 0, 70_000);
            out.flush();
            out.write(whole[70_000]);
            out.write(whole, 70_001, whole.length - 70_001);
        });
        assertThat(response.getContentAsByteArray()).isEqualTo(whole);
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        Attachment.write(response, "a.csv", "text/csv", out -> {});
        assertThat(response.getContentType()).isEqualTo("text/csv");
    }
}
