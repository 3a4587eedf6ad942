package org.progressledger.query.correction;

import java.util.List;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.ProjectHead;

/**
 * The form of a correction.
 *
 * @param changes what will be otherwise; empty where nothing is, or nobody looked yet
 * @param looked whether the person looks at the changes before they are recorded
 */
record CorrectionPage(
        Frame frame, ProjectHead head, Form form, int number, Moment on, List<Changed> changes, boolean looked) {

    /**
     * A value before and after.
     *
     * @param words whether it is a text that somebody wrote
     */
    record Changed(String label, String before, String after, boolean words) {}
}
