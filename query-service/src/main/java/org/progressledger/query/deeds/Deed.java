package org.progressledger.query.deeds;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.progressledger.query.forms.Field;
import org.progressledger.query.frame.Frame;

/**
 * Something that is told by a short form.
 *
 * @param page the path of the form below the project's
 * @param command the path of the command below the project's
 * @param shows the path below the project's of the page that shows the effect; empty for the project's own
 * @param fields what is asked for, in the words of a page
 * @param prefilled what stands in the fields before anybody types, by their names
 * @param changing what of it is sent
 * @param places by reason code, the field that a refusal is about which names none
 */
record Deed(
        String page,
        String command,
        String shows,
        Words words,
        BiFunction<Frame, Standing, List<Field>> fields,
        Function<Standing, Map<String, String>> prefilled,
        Sends changing,
        Map<String, String> places) {

    /** One that the project's own page shows, and whose fields are the same for every project. */
    Deed(
            String page,
            String command,
            Words words,
            Function<Frame, List<Field>> fields,
            Function<Standing, Map<String, String>> prefilled,
            Sends changing,
            Map<String, String> places) {
        this(page, command, "", words, (frame, standing) -> fields.apply(frame), prefilled, changing, places);
    }

    /** The keys of its words: heading, what it means, button, and what is said when it is recorded. */
    record Words(String title, String lead, String send, String done) {}

    /**
     * All that is typed, or only what is otherwise than it stands.
     *
     * @param whole of changes, objects of the body that are sent whole or not at all
     */
    record Sends(boolean onlyChanges, Set<String> whole) {
        static final Sends EVERYTHING = new Sends(false, Set.of());
    }
}
