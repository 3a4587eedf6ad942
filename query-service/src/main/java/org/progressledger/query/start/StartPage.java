package org.progressledger.query.start;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.overview.Mini;
import org.progressledger.query.overview.Overview;
import org.progressledger.query.overview.WaitingRows;

/**
 * The start page as it is read.
 *
 * @param duties what an officer has to do; null for whoever reports nothing
 * @param registers whether the reader may register a project
 * @param agencies the most behind first
 * @param agencyCount how many there are
 * @param allAgencies leads to all of them; null where all are there
 */
record StartPage(
        Frame frame,
        Overview overview,
        @Nullable Duties duties,
        boolean registers,
        List<Mini> agencies,
        String agencyCount,
        @Nullable String allAgencies,
        List<WaitingRows.Late> late,
        List<WaitingRows.Hit> hits,
        List<WaitingRows.Appeal> appeals,
        List<WaitingRows.Paused> paused) {

    /**
     * What an officer has to do, the most urgent first.
     *
     * @param more how many others there are
     */
    record Duties(List<Duty> rows, long more) {}

    /**
     * A report that an officer owes.
     *
     * @param what is to be done
     * @param style how urgent it looks
     * @param reason why it was sent back; null where it was not
     * @param when due, or since when
     * @param address the form in which it is done
     */
    record Duty(
            String code,
            String name,
            String what,
            String style,
            String icon,
            @Nullable String reason,
            String when,
            @Nullable Moment on,
            String address) {}
}
