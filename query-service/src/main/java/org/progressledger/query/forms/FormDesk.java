package org.progressledger.query.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.query.forms.Form.Change;
import org.progressledger.query.forms.Form.Wrong;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.sending.CommandDesk;
import org.progressledger.query.sending.CommandDesk.Outcome;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends forms to the command service, and brings back what it said of them. */
@Component
public class FormDesk {
    private static final String VERSION_HAS_CHANGED = "VERSION_HAS_CHANGED";
    private static final String IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";

    private static final Pattern WORD = Pattern.compile("[a-zA-Z]{1,40}");

    private final CommandDesk commands;

    FormDesk(CommandDesk commands) {
        this.commands = commands;
    }

    /** Asks for what was typed to be recorded, unless others recorded something since the form was made. */
    public Outcome send(Asker asker, Frame frame, String path, Form form) {
        return send(asker, frame, path, form, form.body());
    }

    /** The same with another body than all that was typed. */
    public Outcome send(Asker asker, Frame frame, String path, Form form, Map<String, Object> body) {
        Map<String, String> onlyIf =
                form.version() == null ? Map.of() : Map.of("If-Match", "\"" + form.version() + "\"");
        return commands.post(asker, frame.language(), path, body, form.key(), onlyIf);
    }

    /** Asks for what would become of it; nothing is recorded. */
    public Outcome check(Asker asker, Frame frame, String path, Map<String, Object> body) {
        return commands.post(asker, frame.language(), path, body, null);
    }

    /**
     * The form again with the words of the refusal where they belong.
     *
     * @param places by reason code, the field that a refusal is about which names none; empty for the form as a whole
     */
    public Form refused(Form form, Refused refused, Map<String, String> places, Frame frame) {
        List<Wrong> wrongs = new ArrayList<>();
        for (CommandDesk.FieldError error : refused.errors()) {
            String place = places.getOrDefault(error.code(), error.field());
            if (place.isEmpty()) {
                wrongs.add(new Wrong(null, error.detail()));
                continue;
            }
            Field field = fieldOf(form, place);
            // a field that the form does not ask for is named
            wrongs.add(new Wrong(
                    field, field == null ? error.field() + ": " + error.detail() : words(field, error, frame)));
        }
        if (refused.errors().isEmpty()) {
            String place = places.get(refused.code());
            wrongs.add(new Wrong(place == null ? null : fieldOf(form, place), refused.detail()));
        }
        Form told = form.wrong(wrongs);
        return switch (refused.code()) {
            case VERSION_HAS_CHANGED ->
                told.moved(refused.data().path("version").asLong(), changes(refused, frame));
            case IDEMPOTENCY_KEY_REUSED -> told.afresh();
            default -> told;
        };
    }

    /** What a machine calls a type is told as it is typed here. */
    private static String words(Field field, CommandDesk.FieldError error, Frame frame) {
        boolean ofType = error.code().equals("WRONG_TYPE") || error.code().equals("WRONG_FORMAT");
        return switch (field.kind()) {
            case DAY -> ofType ? frame.say("form.notADay") : error.detail();
            case NUMBER, YEAR -> ofType ? frame.say("form.notANumber") : error.detail();
            case LINE, TEXT, CHOICE, SELECT -> error.detail();
        };
    }

    private static @Nullable Field fieldOf(Form form, String name) {
        return form.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                // letter is asked for by letter.number, scope[2] by scope
                .or(() -> form.fields().stream()
                        .filter(field -> isPartOf(field.name(), name) || isPartOf(name, field.name()))
                        .findFirst())
                .orElse(null);
    }

    private static boolean isPartOf(String part, String whole) {
        return !whole.isEmpty() && (part.startsWith(whole + ".") || part.startsWith(whole + "["));
    }

    private static List<Change> changes(Refused refused, Frame frame) {
        List<Change> changes = new ArrayList<>();
        refused.data()
                .path("changes")
                .forEach(change -> changes.add(new Change(
                        change.path("sequence").asLong(),
                        frame.say("event." + change.path("type").asString()),
                        null,
                        change.path("actor").asString(),
                        Figures.moment(Instant.parse(change.path("recordedAt").asString()), frame.language()))));
        return changes;
    }

    /**
     * Leads to the page that shows the effect.
     *
     * @param done the key of the words that the page says, {@code done.report}
     */
    public ModelAndView done(String path, Recorded recorded, String done) {
        UriComponentsBuilder to = UriComponentsBuilder.fromPath(path);
        if (recorded.position() >= 0) {
            to.queryParam("atLeast", recorded.position());
        }
        return to(to.queryParam("done", done.substring(done.indexOf('.') + 1))
                .build()
                .toUriString());
    }

    /** The same where nothing was recorded. */
    public ModelAndView done(String path, String done) {
        return to(path + "?done=" + done.substring(done.indexOf('.') + 1));
    }

    /** The words of what an address says was done; null where it says nothing that has words. */
    public static @Nullable String doneWords(String done, Frame frame) {
        return WORD.matcher(done).matches()
                ? frame.texts()
                        .find(frame.language(), "page.done." + done, Map.of())
                        .orElse(null)
                : null;
    }

    /** Leads to another page, which is read anew. */
    public ModelAndView to(String address) {
        RedirectView view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
