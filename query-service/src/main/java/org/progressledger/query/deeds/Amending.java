package org.progressledger.query.deeds;

import static org.progressledger.query.forms.Field.day;
import static org.progressledger.query.forms.Field.line;
import static org.progressledger.query.forms.Field.number;
import static org.progressledger.query.forms.Field.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.deeds.Deed.Sends;
import org.progressledger.query.deeds.Deed.Words;
import org.progressledger.query.forms.Field;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ProjectView.PersonView;

/** เปลี่ยนแปลงรายละเอียดโครงการ: the form begins with what stands, and only what was changed is sent. */
final class Amending {
    static final Deed DEED = new Deed(
            Deeds.AMENDMENTS,
            "/amendments",
            new Words("deed.amendment.title", "deed.amendment.lead", "deed.amendment.send", "done.amendment"),
            Amending::fields,
            Amending::asItStands,
            new Sends(true, Set.of("agency", "responsibleOfficer", "coordinator")),
            Map.of(
                    "AMENDMENT_CHANGES_NOTHING",
                    "",
                    "PERIOD_IS_REVERSED",
                    "period.endsOn",
                    "AMENDED_LATER_ALREADY",
                    "effectiveOn"));

    private Amending() {}

    private static List<Field> fields(Frame frame) {
        List<Field> details = new ArrayList<>(List.of(
                line("name", frame.say("deed.name")),
                day("period.startsOn", frame.say("deed.startsOn")).hinted(frame.say("form.day")),
                day("period.endsOn", frame.say("deed.endsOn")).hinted(frame.say("form.day")),
                number("budget.allocated", frame.say("deed.allocated")),
                number("budget.spent", frame.say("deed.spent")).mayBeEmpty(),
                line("agency.name", frame.say("deed.agency")),
                line("agency.division", frame.say("deed.division")).mayBeEmpty(),
                line("agency.section", frame.say("deed.section")).mayBeEmpty(),
                line("responsibleOfficer.name", frame.say("deed.officer")).mayBeEmpty(),
                line("responsibleOfficer.phone", frame.say("deed.officerPhone")).mayBeEmpty(),
                line("coordinator.name", frame.say("deed.coordinator")).mayBeEmpty(),
                line("coordinator.phone", frame.say("deed.coordinatorPhone")).mayBeEmpty(),
                text("rationale", frame.say("deed.rationale")).mayBeEmpty(),
                text("target", frame.say("deed.target")).mayBeEmpty()));
        details.addAll(Deeds.withLetter(
                frame,
                day("effectiveOn", frame.say("deed.effectiveOn"))
                        .hinted(frame.say("form.day"))
                        .mayBeEmpty(),
                text("reason", frame.say("deed.reason"))));
        return details;
    }

    private static Map<String, String> asItStands(Standing standing) {
        ProjectView project = standing.project();
        Map<String, String> values = new HashMap<>();
        values.put("name", project.name());
        values.put("period.startsOn", standing.typed(project.period().startsOn()));
        values.put("period.endsOn", standing.typed(project.period().endsOn()));
        values.put("budget.allocated", Figures.baht(project.budget().allocated()));
        values.put(
                "budget.spent",
                project.budget().spent() == null
                        ? ""
                        : Figures.baht(project.budget().spent()));
        values.put("agency.name", project.agency().name());
        values.put("agency.division", orEmpty(project.agency().division()));
        values.put("agency.section", orEmpty(project.agency().section()));
        person(values, "responsibleOfficer", project.responsibleOfficer());
        person(values, "coordinator", project.coordinator());
        values.put("rationale", orEmpty(project.rationale()));
        values.put("target", orEmpty(project.target()));
        return values;
    }

    private static void person(Map<String, String> values, String field, @Nullable PersonView person) {
        values.put(field + ".name", person == null ? "" : orEmpty(person.name()));
        values.put(field + ".phone", person == null ? "" : orEmpty(person.phone()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
