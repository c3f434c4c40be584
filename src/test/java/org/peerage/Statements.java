package org.peerage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/// The statements that a piece of work sends on the thread that does it, as Spring tells its log.
public final class Statements {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private static final String SENT = "Executing prepared SQL statement [";

    private Statements() {}

    public static List<String> of(Callable<?> work) throws Exception {
        var sent = new ArrayList<String>();
        var heard = heard(Thread.currentThread(), sent);
        heard.start();
        LOG.setAdditive(false);
        LOG.setLevel(Level.DEBUG);
        LOG.addAppender(heard);
        try {
            work.call();
        } finally {
            LOG.detachAppender(heard);
            LOG.setLevel(null);
            LOG.setAdditive(true);
        }
        return sent;
    }

    private static AppenderBase<ILoggingEvent> heard(Thread here, List<String> sent) {
        return new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                var said = event.getFormattedMessage();
                if (Thread.currentThread().equals(here) && said.startsWith(SENT)) {
                    sent.add(said.substring(SENT.length(), said.length() - 1));
                }
            }
        };
    }
}
