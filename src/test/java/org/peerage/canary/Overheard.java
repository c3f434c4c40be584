package org.peerage.canary;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.FilterReply;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// All that the program says while somebody listens: on its two streams, and to its log as far down as DEBUG.
final class Overheard implements AutoCloseable {

    private static final Logger ROOT = logger(Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = logger("org.peerage");

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final @Nullable Level before = OURS.getLevel();
    private volatile boolean listening = true;

    Overheard() {
        System.setOut(tee(out));
        System.setErr(tee(err));
        ROOT.iteratorForAppenders().forEachRemaining(shown -> shown.addFilter(quiet()));
        events.start();
        ROOT.addAppender(events);
        OURS.setLevel(Level.DEBUG);
    }

    List<byte[]> heard() {
        var heard = new ArrayList<byte[]>();
        heard.add(said.toByteArray());
        for (var event : List.copyOf(events.list)) {
            var thrown = event.getThrowableProxy();
            heard.add((event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                            + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return heard;
    }

    /// Whoever reads the console of the tests is spared.
    private Filter<ILoggingEvent> quiet() {
        return new Filter<>() {
            @Override
            public FilterReply decide(ILoggingEvent event) {
                return listening && !event.getLevel().isGreaterOrEqual(Level.INFO)
                        ? FilterReply.DENY
                        : FilterReply.NEUTRAL;
            }
        };
    }

    private PrintStream tee(PrintStream first) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int one) {
                        first.write(one);
                        said.write(one);
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    private static Logger logger(String name) {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
    }

    @Override
    public void close() {
        listening = false;
        System.setOut(out);
        System.setErr(err);
        ROOT.detachAppender(events);
        events.stop();
        OURS.setLevel(before);
    }
}
