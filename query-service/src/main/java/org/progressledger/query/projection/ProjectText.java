package org.progressledger.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.EventJson;
import org.progressledger.events.PersonalData;
import org.progressledger.query.projection.ProjectView.PersonView;
import tools.jackson.databind.json.JsonMapper;

/**
 * A project as the JSON text that is kept of it, which is the text that is answered but for what the register calls its agency,
 * the mark that it stands still, and its persons: these are put in where they belong, and no object is made of the rest.
 *
 * <p>What is looked for begins or ends with a quotation mark that opens or closes a name, and inside what people wrote each one
 * stands behind a backslash: so it is found nowhere else.
 *
 * @param kept as {@link #kept} makes it
 * @param inRegister what stands in place of {@link #NOT_IN_REGISTER}
 */
public record ProjectText(
        String projectCode,
        String kept,
        String inRegister,
        @Nullable StaleView stale) implements AsKept<ProjectText> {
    private static final String NOT_IN_REGISTER = "\"mainCode\":null,\"registerName\":null}";
    private static final String PERSON = "{\"sealed\":{";
    private static final String PERSON_END = "}}";
    // behind it stands nothing that a person wrote or that may be repeated
    private static final String BEHIND_STALE = "\"registration\":{";

    /** As answers are written: what is not stated is null. */
    private static final JsonMapper ANSWERS = EventJson.mapper()
            .rebuild()
            .changeDefaultPropertyInclusion(
                    ignored -> JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();

    ProjectText(String projectCode, String kept) {
        this(projectCode, kept, NOT_IN_REGISTER, null);
    }

    /** What is kept of a project; persons sealed. */
    static String kept(ProjectView project) {
        return ANSWERS.writeValueAsString(project);
    }

    @Override
    public ProjectText inRegister(String mainCode, String registerName) {
        String said = "\"mainCode\":" + ANSWERS.writeValueAsString(mainCode) + ",\"registerName\":"
                + ANSWERS.writeValueAsString(registerName) + "}";
        return new ProjectText(projectCode, kept, said, stale);
    }

    @Override
    public ProjectText with(StaleView stale) {
        return new ProjectText(projectCode, kept, inRegister, stale);
    }

    /** The answer, with the persons as the reader may see them. */
    public String shownBy(Function<PersonalData, PersonView> reading) {
        StringBuilder shown = new StringBuilder(kept.length() + inRegister.length());
        int agency = place(kept.indexOf(NOT_IN_REGISTER));
        shown.append(kept, 0, agency).append(inRegister);
        int copied = agency + NOT_IN_REGISTER.length();
        for (int person; (person = kept.indexOf(PERSON, copied)) >= 0; ) {
            int end = place(kept.indexOf(PERSON_END, person)) + PERSON_END.length();
            PersonView sealed = ANSWERS.readValue(kept.substring(person, end), PersonView.class);
            shown.append(kept, copied, person).append(ANSWERS.writeValueAsString(PersonView.shown(sealed, reading)));
            copied = end;
        }
        if (stale != null) {
            int place = place(kept.lastIndexOf(BEHIND_STALE));
            shown.append(kept, copied, place)
                    .append("\"stale\":")
                    .append(ANSWERS.writeValueAsString(stale))
                    .append(',');
            copied = place;
        }
        return shown.append(kept, copied, kept.length()).toString();
    }

    private int place(int found) {
        if (found < 0) {
            throw new IllegalStateException("What is kept of " + projectCode + " has another shape");
        }
        return found;
    }
}
