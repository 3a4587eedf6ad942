package org.progressledger.command.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.printedform.Proposal;
import org.progressledger.command.printedform.Proposal.ActivityProposal;
import org.progressledger.command.printedform.Proposal.AmendmentProposal;
import org.progressledger.command.printedform.Proposal.AppealCitedProposal;
import org.progressledger.command.printedform.Proposal.Change;
import org.progressledger.command.printedform.Proposal.LetterProposal;
import org.progressledger.command.printedform.Proposal.PauseProposal;
import org.progressledger.command.printedform.Proposal.ResumptionProposal;
import org.progressledger.command.printedform.ReadResult.Read;
import org.progressledger.command.project.CommandSettings;
import org.progressledger.events.AppealStage;
import org.progressledger.events.Baht;
import org.progressledger.events.Letter;
import org.progressledger.events.PauseCause;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.FieldProblem;
import org.progressledger.problems.ProblemException;

/**
 * What a person changes of proposed values before they are recorded. Only what a narrative tells can be changed: the
 * form's own fields are what the paper says. Everything wrong is told at once, by its path.
 */
final class ProposalEdits {
    // the years of FiscalYear: a Buddhist year typed where ISO is meant is noticed
    private static final LocalDate EARLIEST = LocalDate.of(1931, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2157, 9, 30);
    private static final int MOST_ROUNDS = 99;

    /** Of an amount, before it is looked at closer. */
    private static final int MOST_DIGITS = 40;

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    private final Map<String, Proposal> proposals;
    private final Map<Integer, LocalDate> reportDates;
    private final LocalDate today;
    private final CommandSettings limits;
    private final List<FieldProblem> problems = new ArrayList<>();

    private ProposalEdits(Read read, LocalDate today, CommandSettings limits) {
        this.proposals = read.proposals().stream().collect(Collectors.toMap(Proposal::id, each -> each));
        this.reportDates = PaperFacts.reportDates(read);
        this.today = today;
        this.limits = limits;
    }

    /**
     * @param edit proposal id, then field, then value, as it came
     * @param accepted ids
     * @return the changed proposals by id; without those whose values are as they were read
     * @throws ProblemException naming every path that is wrong
     */
    static Map<String, Proposal> of(
            Map<String, ?> edit, Set<String> accepted, Read read, LocalDate today, CommandSettings limits) {
        ProposalEdits edits = new ProposalEdits(read, today, limits);
        Map<String, Proposal> edited = new TreeMap<>();
        new TreeMap<>(edit).forEach((id, fields) -> {
            Proposal before = edits.proposal(id, accepted);
            if (before != null) {
                Proposal after = edits.edited(before, fields);
                if (!after.equals(before)) {
                    edited.put(id, after);
                }
            }
        });
        if (!edits.problems.isEmpty()) {
            throw new ProblemException(CommonReason.INVALID_FIELDS, Map.of(), edits.problems);
        }
        return edited;
    }

    private @Nullable Proposal proposal(String id, Set<String> accepted) {
        Proposal proposal = proposals.get(id);
        if (proposal == null || !accepted.contains(id)) {
            // also a detail of the head: that is what the paper says
            problems.add(new FieldProblem("edit." + id, CommonReason.INVALID_VALUE));
            return null;
        }
        return proposal;
    }

    private Proposal edited(Proposal proposal, @Nullable Object given) {
        String path = "edit." + proposal.id();
        if (!(given instanceof Map<?, ?> fields) || fields.isEmpty()) {
            problems.add(
                    given instanceof Map
                            ? new FieldProblem(path, CommonReason.REQUIRED)
                            : new FieldProblem(path, CommonReason.WRONG_TYPE, Map.of("expected", "object")));
            return proposal;
        }
        Given values = new Given(path, fields);
        Proposal edited = edited(proposal, values);
        values.refuseUnknown();
        return edited;
    }

    private Proposal edited(Proposal proposal, Given given) {
        LocalDate told = reportDates.getOrDefault(proposal.reportNo(), today);
        LocalDate upTo = told.isAfter(today) ? today : told;
        return switch (proposal) {
            case ActivityProposal read ->
                new ActivityProposal(
                        read.origin(),
                        given.day("heldOn", read.heldOn(), upTo),
                        given.words("description", read.text(), limits.textLength()));
            case LetterProposal read -> {
                Letter letter = read.letter();
                yield new LetterProposal(
                        read.origin(),
                        new Letter(
                                given.words("number", letter.number(), limits.nameLength()),
                                given.dayOrNull("datedOn", letter.datedOn(), today),
                                given.wordsOrNull("subject", letter.subject(), limits.nameLength())));
            }
            case PauseProposal read ->
                new PauseProposal(
                        read.origin(),
                        given.day("effectiveOn", read.effectiveOn(), LATEST),
                        given.word("cause", read.cause(), PauseCause::valueOf),
                        given.words("words", read.words(), limits.textLength()));
            case ResumptionProposal read ->
                new ResumptionProposal(
                        read.origin(),
                        given.day("effectiveOn", read.effectiveOn(), LATEST),
                        read.pausedOn(),
                        given.words("words", read.words(), limits.textLength()));
            case AppealCitedProposal read ->
                new AppealCitedProposal(
                        read.origin(),
                        given.roundOrNull("round", read.round()),
                        given.word("stage", read.stage(), AppealStage::valueOf),
                        given.truth("criteriaChanged", read.criteriaChanged()),
                        given.words("words", read.words(), limits.textLength()));
            case AmendmentProposal read ->
                new AmendmentProposal(read.origin(), change(read.change(), given), read.letter(), read.words());
        };
    }

    private Change change(Change read, Given given) {
        return switch (read) {
            case Change.EndDate end -> new Change.EndDate(given.day("after", end.after(), LATEST));
            case Change.Allocated budget ->
                new Change.Allocated(budget.before(), given.amount("after", budget.after()));
            // what is shown, and changed, is the target as a whole
            case Change.TargetWords words -> {
                String after = given.words("after", "", limits.textLength());
                yield after.isEmpty() ? words : new Change.Target(after);
            }
            case Change.Target target -> target;
            case Change.CriteriaWords words -> {
                String after = given.words("after", "", limits.textLength());
                yield after.isEmpty() ? words : new Change.Criteria(after);
            }
            case Change.Criteria criteria -> criteria;
        };
    }

    /** The fields given for one proposal; what is not given stays as it was read. */
    private final class Given {
        private final String path;
        private final Map<?, ?> fields;
        private final Map<String, Boolean> known = new LinkedHashMap<>();

        Given(String path, Map<?, ?> fields) {
            this.path = path;
            this.fields = fields;
        }

        void refuseUnknown() {
            fields.keySet().stream()
                    .map(String::valueOf)
                    .filter(field -> !known.containsKey(field))
                    .sorted()
                    .forEach(field -> problems.add(
                            new FieldProblem(path + "." + field, CommonReason.UNKNOWN_FIELD, Map.of("field", field))));
        }

        private <T> T wrong(String field, CommonReason code, T read) {
            problems.add(new FieldProblem(path + "." + field, code));
            return read;
        }

        private <T> T wrongType(String field, String expected, T read) {
            problems.add(new FieldProblem(path + "." + field, CommonReason.WRONG_TYPE, Map.of("expected", expected)));
            return read;
        }

        private boolean isGiven(String field) {
            known.put(field, true);
            return fields.containsKey(field);
        }

        private boolean isTakenAway(String field) {
            return isGiven(field) && fields.get(field) == null;
        }

        LocalDate day(String field, LocalDate read, LocalDate latest) {
            if (!isGiven(field)) {
                return read;
            }
            Object value = fields.get(field);
            if (value == null) {
                return wrong(field, CommonReason.REQUIRED, read);
            }
            if (!(value instanceof String text)) {
                return wrongType(field, "string", read);
            }
            LocalDate day = parsed(text);
            if (day == null) {
                return wrong(field, CommonReason.WRONG_FORMAT, read);
            }
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) || day.isAfter(latest)
                    ? wrong(field, CommonReason.OUT_OF_RANGE, read)
                    : day;
        }

        private static @Nullable LocalDate parsed(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException notOne) {
                return null;
            }
        }

        @Nullable
        LocalDate dayOrNull(String field, @Nullable LocalDate read, LocalDate latest) {
            if (isTakenAway(field)) {
                return null;
            }
            return isGiven(field) ? day(field, read == null ? latest : read, latest) : read;
        }

        String words(String field, String read, int longest) {
            if (!isGiven(field)) {
                return read;
            }
            Object value = fields.get(field);
            if (value != null && !(value instanceof String)) {
                return wrongType(field, "string", read);
            }
            String words = value == null ? "" : ((String) value).strip();
            if (words.isEmpty()) {
                return wrong(field, CommonReason.REQUIRED, read);
            }
            if (words.length() > longest) {
                problems.add(new FieldProblem(
                        path + "." + field, CommonReason.WRONG_LENGTH, Map.of("min", 1, "max", longest)));
                return read;
            }
            boolean broken = CONTROL_CHARACTERS.matcher(words).find()
                    || words.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
            return broken ? wrong(field, CommonReason.WRONG_FORMAT, read) : words;
        }

        @Nullable
        String wordsOrNull(String field, @Nullable String read, int longest) {
            if (isTakenAway(field)) {
                return null;
            }
            return isGiven(field) ? words(field, read == null ? "" : read, longest) : read;
        }

        <T extends Enum<T>> T word(String field, T read, Function<String, T> named) {
            if (!isGiven(field)) {
                return read;
            }
            Object value = fields.get(field);
            if (!(value instanceof String name)) {
                return value == null ? wrong(field, CommonReason.REQUIRED, read) : wrongType(field, "string", read);
            }
            boolean exists = Stream.of(read.getDeclaringClass().getEnumConstants())
                    .anyMatch(each -> each.name().equals(name));
            return exists ? named.apply(name) : wrong(field, CommonReason.INVALID_VALUE, read);
        }

        boolean truth(String field, boolean read) {
            if (!isGiven(field)) {
                return read;
            }
            return fields.get(field) instanceof Boolean truth ? truth : wrongType(field, "boolean", read);
        }

        @Nullable
        Integer roundOrNull(String field, @Nullable Integer read) {
            if (!isGiven(field)) {
                return read;
            }
            Object value = fields.get(field);
            if (value == null) {
                return null;
            }
            if (!(value instanceof Number number)) {
                wrongType(field, "integer", "");
                return read;
            }
            boolean whole = number.doubleValue() == Math.rint(number.doubleValue());
            if (!whole || number.doubleValue() < 1 || number.doubleValue() > MOST_ROUNDS) {
                wrong(field, CommonReason.OUT_OF_RANGE, "");
                return read;
            }
            return number.intValue();
        }

        BigDecimal amount(String field, BigDecimal read) {
            if (!isGiven(field)) {
                return read;
            }
            Object value = fields.get(field);
            if (!(value instanceof Number)) {
                return value == null ? wrong(field, CommonReason.REQUIRED, read) : wrongType(field, "number", read);
            }
            try {
                BigDecimal amount = new BigDecimal(value.toString());
                boolean unwieldy = amount.precision() > MOST_DIGITS || Math.abs((long) amount.scale()) > MOST_DIGITS;
                return unwieldy
                        ? wrong(field, CommonReason.OUT_OF_RANGE, read)
                        : Baht.of(amount.toPlainString()).value();
            } catch (IllegalArgumentException refused) {
                return wrong(field, CommonReason.OUT_OF_RANGE, read);
            }
        }
    }
}
