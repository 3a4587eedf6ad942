package org.progressledger.query.deeds;

import org.jspecify.annotations.Nullable;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.ProjectHead;

/**
 * A short form.
 *
 * @param action where it is sent
 * @param back where one goes who records nothing
 * @param send what the button says
 * @param about the indicator that it is about; null for the project as a whole
 */
record DeedPage(
        Frame frame,
        ProjectHead head,
        Form form,
        String action,
        String back,
        String title,
        String lead,
        String send,
        @Nullable About about) {

    /** An indicator. */
    record About(String code, String text) {}
}
