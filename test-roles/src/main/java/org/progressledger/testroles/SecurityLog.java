package org.progressledger.testroles;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is written to the log category {@code security} until it is closed. */
final class SecurityLog implements AutoCloseable {

    private final Logger security = (Logger) LoggerFactory.getLogger("security");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    SecurityLog() {
        written.start();
        security.addAppender(written);
    }

    List<String> lines() {
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        security.detachAppender(written);
    }
}
