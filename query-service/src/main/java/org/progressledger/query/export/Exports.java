package org.progressledger.query.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.progressledger.access.ExportWatch;
import org.progressledger.problems.load.Turns;
import org.progressledger.query.projection.Following;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Sends files while they are made, and keeps the record of them. Once bytes have left, whatever goes wrong ends the
 * connection, so that the caller's program reports a failed transfer and nobody takes the part for the whole.
 */
@Component
public class Exports {
    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final int BUFFER = 32 * 1024;

    private final ExportSettings settings;
    private final Slots slots;
    private final ExportLog log;
    private final ExportWatch watch;
    private final Turns turns;

    Exports(ExportSettings settings, ExportLog log, ExportWatch watch, Turns turns) {
        this.settings = settings;
        this.slots = new Slots(settings);
        this.log = log;
        this.watch = watch;
        this.turns = turns;
    }

    /** What stands in a file. */
    public interface Content {
        /** Writes the file; what it throws breaks the file off. */
        void writeTo(Outgoing out) throws IOException;

        /** Says in the file, as far as its format can, that it is broken off; asked where bytes have left already. */
        default void breakOff() throws IOException {}
    }

    /**
     * Sends a file to its end, or not at all, or so that it is seen to be broken.
     *
     * @throws org.progressledger.problems.ProblemException if too many are being made
     */
    public void send(Order order, HttpServletResponse response, Content content) throws IOException {
        String account = order.asker().id();
        slots.take(account);
        try {
            // a file lasts as long as its reader likes, and slots bound how many do
            turns.giveBack();
            // before the first byte leaves
            String id = log.begin(order);
            sendNoted(id, order, response, content);
        } finally {
            slots.giveBack(account);
        }
    }

    private void sendNoted(String id, Order order, HttpServletResponse response, Content content) throws IOException {
        Outgoing out = new Outgoing(new BufferedOutputStream(response.getOutputStream(), BUFFER), settings.longest());
        try {
            response.setContentType(order.format().mediaType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + order.fileName() + "\"");
            if (order.position() != null) {
                response.setHeader(Following.LEDGER_POSITION, Long.toString(order.position()));
            }
            content.writeTo(out);
            out.send();
            // the server ends the answer after this: whoever has a whole file stands in the log
            log.finished(id, out);
        } catch (IOException | RuntimeException broken) {
            aborted(id, out, broken);
            if (!response.isCommitted()) {
                response.reset();
                throw broken;
            }
            breakOff(content, out);
            throw new CloseNowException("A file was broken off", broken);
        }
        watch.sent(true);
    }

    private static void breakOff(Content content, Outgoing out) {
        try {
            content.breakOff();
            out.send();
        } catch (IOException | RuntimeException nobodyReads) {
            LOG.debug("Nobody reads that the file is broken off", nobodyReads);
        }
    }

    private void aborted(String id, Outgoing out, Exception broken) {
        LOG.warn("An export was broken off after {} rows: {}", out.rows(), broken.toString());
        watch.sent(false);
        try {
            log.aborted(id, out, out.trouble());
        } catch (RuntimeException unreachable) {
            // its missing end tells the same
            LOG.warn("The end of export {} could not be noted", id, unreachable);
        }
    }
}
