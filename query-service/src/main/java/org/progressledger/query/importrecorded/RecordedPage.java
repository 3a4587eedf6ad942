package org.progressledger.query.importrecorded;

import java.util.List;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/** What a confirmation recorded, event by event. */
record RecordedPage(Frame frame, String importId, String code, String name, List<Entry> entries) {

    record Entry(String position, long number, String type, Moment happened, String words) {}
}
