package org.progressledger.query.supervising;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.ProjectHead;

/**
 * A form that asks for a reason, below what it is about.
 *
 * @param action where it is sent
 * @param about the report or the event
 * @param blocked why it cannot be done at all, said before anybody writes a reason; null where nothing is known against it
 * @param instead the report that could be sent back in its place; null where there is none
 * @param sequence of the event, as the command wants it; null where the address says it all
 */
record SupervisingPage(
        Frame frame,
        ProjectHead head,
        Form form,
        String action,
        String back,
        String title,
        String lead,
        String send,
        About about,
        @Nullable String blocked,
        @Nullable Instead instead,
        @Nullable Long sequence) {

    /** Another page, where it can be done. */
    record Instead(String address, String words) {}

    /**
     * What the form is about.
     *
     * @param words what people wrote; null where that is all in the facts
     */
    record About(String title, List<Fact> facts, @Nullable String words) {}

    /** One thing to know of it; a day has its machine's form, too. */
    record Fact(String name, String value, @Nullable Moment day) {}
}
