package org.peerage.web;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A page as it is drawn, in one piece. A page is some thousand pieces of text, and each of them alone would pass all
/// the way to the network: that was a fifth of what a page costs.
final class PageBytes implements TemplateOutput {

    private static final int USUAL = 32 * 1024;

    private byte[] bytes = new byte[USUAL];
    private int length;

    @Override
    public void writeContent(String text) {
        var more = text.getBytes(StandardCharsets.UTF_8);
        if (more.length > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more.length));
        }
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    @Override
    public void writeContent(String text, int from, int to) {
        writeContent(text.substring(from, to));
    }

    int length() {
        return length;
    }

    void writeTo(OutputStream answer) throws IOException {
        answer.write(bytes, 0, length);
    }
}
