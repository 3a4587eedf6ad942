package org.progressledger.command.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.imports.DraftAnswer.PersonAnswer;
import org.progressledger.command.printedform.PrintedForm;
import org.progressledger.command.printedform.PrintedPerson;
import org.progressledger.command.printedform.PrintedReport;
import org.progressledger.command.printedform.Stated;
import org.progressledger.command.project.ProjectCommand.NewDetails;
import org.progressledger.command.project.ProjectCommand.PaperAmendment;
import org.progressledger.events.Baht;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.LineRange;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProjectDetails;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.StrategyLink;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.projectledger.Person;

/**
 * The head of a later printout beside the details that stand: what the paper states otherwise is proposed as an amendment,
 * detail by detail. What the paper does not state is not proposed to go away.
 */
final class PrintedDetails {
    static final String ID_PREFIX = "amend-";

    private final PrintedForm form;
    private final Sha256 sha256;
    private final Map<String, Stated<?>> printed = new TreeMap<>();

    PrintedDetails(PrintedForm form, Sha256 sha256) {
        this.form = form;
        this.sha256 = sha256;
        put("name", form.name());
        put("fiscalYear", form.fiscalYear());
        put("period.startsOn", form.startsOn());
        put("period.endsOn", form.endsOn());
        put("budget.allocated", form.budgetAllocated());
        put("budget.spent", form.budgetSpent());
        put("agency", form.agency());
        put("responsibleOfficer", form.responsibleOfficer());
        put("coordinator", form.coordinator());
        put("rationale", form.rationale());
        put("objectives", all(form.objectives()));
        put("target", form.target());
        put("strategy", form.strategy());
        put("indicators", all(form.indicators()));
    }

    private void put(String field, @Nullable Stated<?> stated) {
        if (stated != null) {
            printed.put(field, stated);
        }
    }

    private static <T> @Nullable Stated<List<T>> all(List<Stated<T>> stated) {
        if (stated.isEmpty()) {
            return null;
        }
        List<LineRange> lines = stated.stream()
                .flatMap(each -> each.lines().stream())
                .distinct()
                .toList();
        return new Stated<>(stated.stream().map(Stated::value).toList(), lines, "");
    }

    /**
     * One detail that the paper states otherwise.
     *
     * @param before null where nothing was stated
     */
    record Changed(String field, @Nullable Object before, Object after, List<LineRange> lines) {
        String id() {
            return ID_PREFIX + field;
        }
    }

    /** The ids that an amendment proposed from this paper may have. */
    List<String> ids() {
        return printed.keySet().stream().map(ID_PREFIX::concat).toList();
    }

    /** @param open a person in clear; empty once erased */
    List<Changed> changed(ProjectDetails standing, Function<PersonalData, Optional<Person>> open) {
        List<Changed> changed = new ArrayList<>();
        printed.forEach((field, stated) -> {
            Object before = standing(standing, field, open);
            Object after = inClear(stated.value());
            if (!isSame(before, after)) {
                changed.add(new Changed(field, before == null ? null : shown(before), shown(after), stated.lines()));
            }
        });
        return changed;
    }

    private static Object shown(Object value) {
        return switch (value) {
            case Baht amount -> amount.value();
            case FiscalYear year -> year.buddhistYear();
            default -> value;
        };
    }

    private static @Nullable Object standing(
            ProjectDetails standing, String field, Function<PersonalData, Optional<Person>> open) {
        return switch (field) {
            case "name" -> standing.name();
            case "fiscalYear" -> standing.fiscalYear();
            case "period.startsOn" -> standing.period().startsOn();
            case "period.endsOn" -> standing.period().endsOn();
            case "budget.allocated" -> standing.budget().allocated();
            case "budget.spent" -> standing.budget().spent();
            case "agency" -> standing.agency();
            case "responsibleOfficer" -> person(standing.responsibleOfficer(), open);
            case "coordinator" -> person(standing.coordinator(), open);
            case "rationale" -> standing.rationale();
            case "objectives" -> standing.objectives();
            case "target" -> standing.target();
            case "strategy" -> standing.strategy();
            case "indicators" -> standing.indicators();
            default -> throw new IllegalArgumentException("The form has no field " + field);
        };
    }

    private static @Nullable PersonAnswer person(
            @Nullable PersonalData sealed, Function<PersonalData, Optional<Person>> open) {
        return sealed == null
                ? null
                : open.apply(sealed)
                        .map(person -> new PersonAnswer(person.name(), person.phone()))
                        .orElse(null);
    }

    private static Object inClear(Object value) {
        return value instanceof PrintedPerson person ? new PersonAnswer(person.name(), person.phone()) : value;
    }

    /** Another printout may break lines elsewhere. */
    private static boolean isSame(@Nullable Object standing, Object stated) {
        return switch (stated) {
            case Baht amount -> amount.equals(standing);
            case FiscalYear year -> year.equals(standing);
            case LocalDate day -> day.equals(standing);
            default -> standing != null && words(standing).equals(words(stated));
        };
    }

    private static String words(Object value) {
        return ThaiSpelling.folded(value.toString()).replace(" ", "");
    }

    /**
     * What is amended of the changed details.
     *
     * @param accepted ids
     * @return null for none
     */
    @Nullable
    PaperAmendment amendment(List<Changed> changed, Set<String> accepted, Function<Person, PersonalData> seal) {
        List<Changed> amended =
                changed.stream().filter(each -> accepted.contains(each.id())).toList();
        if (amended.isEmpty()) {
            return null;
        }
        Set<String> fields = amended.stream().map(Changed::field).collect(Collectors.toSet());
        Given given = new Given(fields, seal);
        List<LineRange> lines = amended.stream()
                .flatMap(each -> each.lines().stream())
                .distinct()
                .sorted(Comparator.comparingInt(LineRange::first).thenComparingInt(LineRange::last))
                .toList();
        PrintedReport last = form.reports().isEmpty() ? null : form.reports().getLast();
        return new PaperAmendment(
                given.details(),
                new Source(sha256, lines),
                last == null ? null : last.reportedOn(),
                last == null ? null : last.reportNo(),
                null,
                null);
    }

    /** The values of the fields that are amended. */
    private final class Given {
        private final Set<String> fields;
        private final Function<Person, PersonalData> seal;

        Given(Set<String> fields, Function<Person, PersonalData> seal) {
            this.fields = fields;
            this.seal = seal;
        }

        NewDetails details() {
            return new NewDetails(
                    value("name", String.class),
                    value("fiscalYear", FiscalYear.class),
                    value("period.startsOn", LocalDate.class),
                    value("period.endsOn", LocalDate.class),
                    value("budget.allocated", Baht.class),
                    value("budget.spent", Baht.class),
                    value("agency", ResponsibleAgency.class),
                    sealed("responsibleOfficer"),
                    sealed("coordinator"),
                    value("rationale", String.class),
                    list("objectives", form.objectives()),
                    value("target", String.class),
                    value("strategy", StrategyLink.class),
                    list("indicators", form.indicators()));
        }

        private <T> @Nullable T value(String field, Class<T> type) {
            Stated<?> stated = printed.get(field);
            return fields.contains(field) && stated != null ? type.cast(stated.value()) : null;
        }

        private <T> @Nullable List<T> list(String field, List<Stated<T>> stated) {
            return fields.contains(field) ? stated.stream().map(Stated::value).toList() : null;
        }

        private @Nullable PersonalData sealed(String field) {
            PrintedPerson person = value(field, PrintedPerson.class);
            return person == null ? null : seal.apply(new Person(person.name(), person.phone(), person.asPrinted()));
        }
    }
}
