package org.progressledger.query.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Sha256;
import org.progressledger.query.frame.Frame.Moment;

/**
 * What stands in a form, and what the command service said of it.
 *
 * @param values by the field's name, as typed; a missing one is empty
 * @param key makes a double click harmless: one key, one recording
 * @param version how many events the project had when the form was made; null where the command is about none yet
 * @param seen what the person has looked at before sending; empty for nothing
 * @param wrongs what is wrong, in the order of the fields; what is about no field comes first
 * @param changes what others recorded since the form was made
 */
public record Form(
        List<Field> fields,
        Map<String, String> values,
        String key,
        @Nullable Long version,
        String seen,
        List<Wrong> wrongs,
        List<Change> changes) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");
    private static final Set<String> TOGETHER = Set.of("period", "budget", "responsibleOfficer", "coordinator");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    /**
     * What is wrong, in the command service's words.
     *
     * @param field the field that it is about; null for the form as a whole
     */
    public record Wrong(@Nullable Field field, String words) {}

    /**
     * What somebody recorded meanwhile.
     *
     * @param sequence of the event in its project
     * @param what the kind of event
     * @param words what it says; null where the page does not tell
     */
    public record Change(
            long sequence, String what, @Nullable String words, String actor, Moment at) {}

    public Form {
        fields = List.copyOf(fields);
        values = Map.copyOf(values);
        wrongs = List.copyOf(wrongs);
        changes = List.copyOf(changes);
    }

    /** A form before anybody typed into it. */
    public static Form prefilled(List<Field> fields, Map<String, String> values, @Nullable Long version) {
        return new Form(fields, values, UUID.randomUUID().toString(), version, "", List.of(), List.of());
    }

    /** A form as it was sent; of other parameters nothing is taken. */
    public static Form typed(List<Field> fields, Map<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : fields) {
            // a browser ends lines as the telegraph did
            values.put(field.name(), parameters.getOrDefault(field.name(), "").replace("\r\n", "\n"));
        }
        String key = parameters.getOrDefault("key", "");
        String version = parameters.getOrDefault("version", "");
        return new Form(
                fields,
                values,
                KEY.matcher(key).matches() ? key : UUID.randomUUID().toString(),
                VERSION.matcher(version).matches() ? Long.valueOf(version) : null,
                parameters.getOrDefault("seen", ""),
                List.of(),
                List.of());
    }

    /** The same with what was kept of it: the draft's words, and the version that its writer saw. */
    public Form restored(Drafts.Draft draft) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Field field : fields) {
            kept.put(field.name(), draft.values().getOrDefault(field.name(), ""));
        }
        return new Form(fields, kept, key, draft.version(), "", List.of(), List.of());
    }

    /** What stands in a field. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The field of that name. */
    public Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The form has no field " + name));
    }

    /** What is wrong with a field. */
    public List<String> wrong(String name) {
        return wrongs.stream()
                .filter(wrong -> wrong.field() != null && wrong.field().name().equals(name))
                .map(Wrong::words)
                .toList();
    }

    /** Whether somebody typed something into the field. */
    public boolean has(String name) {
        return !value(name).isBlank();
    }

    /** The command's body: what is empty is absent, what has a dot in its name stands in an object. */
    public Map<String, Object> body() {
        return body(field -> true);
    }

    private Map<String, Object> body(Predicate<Field> included) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (Field field : fields) {
            if (has(field.name()) && included.test(field)) {
                put(body, field.name(), Typed.sent(field.kind(), value(field.name())));
            }
        }
        return body;
    }

    /**
     * The body of a change: what stands otherwise than there, and what is no detail of it.
     *
     * @param asItStands by the field's name
     * @param whole objects that are sent with all that they hold, or not at all
     */
    public Map<String, Object> changes(Map<String, String> asItStands, Set<String> whole) {
        Set<String> moved = new HashSet<>();
        for (Field field : fields) {
            String before = asItStands.get(field.name());
            if (has(field.name()) && (before == null || !Typed.same(field.kind(), value(field.name()), before))) {
                moved.add(whole.contains(object(field)) ? object(field) : field.name());
            }
        }
        return body(field -> moved.contains(field.name()) || moved.contains(object(field)));
    }

    private static String object(Field field) {
        int dot = field.name().indexOf('.');
        return dot < 0 ? "" : field.name().substring(0, dot);
    }

    private static void put(Map<String, Object> body, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            body.put(name, value);
        } else {
            put(inner(body, name.substring(0, dot)), name.substring(dot + 1), value);
        }
    }

    /** {@code letter}, or one entry of {@code parts[2]}. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> body, String name) {
        int bracket = name.indexOf('[');
        if (bracket < 0) {
            return (Map<String, Object>) body.computeIfAbsent(name, any -> new LinkedHashMap<>());
        }
        List<Map<String, Object>> list =
                (List<Map<String, Object>>) body.computeIfAbsent(name.substring(0, bracket), any -> new ArrayList<>());
        int place = Integer.parseInt(name.substring(bracket + 1, name.length() - 1));
        while (list.size() <= place) {
            list.add(new LinkedHashMap<>());
        }
        return list.get(place);
    }

    /** The fields as they stand on the page: what belongs to one entry of a list, a period, a budget or a person is one row. */
    // a template calls it
    public List<List<Field>> rows() {
        return rows(fields);
    }

    /** The same of some of a form's fields. */
    public static List<List<Field>> rows(List<Field> fields) {
        List<List<Field>> rows = new ArrayList<>();
        String row = "";
        for (Field field : fields) {
            int end = field.name().indexOf('.');
            String object = end < 0 ? "" : field.name().substring(0, end);
            String of = object.endsWith("]") || TOGETHER.contains(object) ? object : "";
            if (of.isEmpty() || !of.equals(row)) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(field);
            row = of;
        }
        return rows;
    }

    /** Tells one content from another. */
    public String digest() {
        StringBuilder all = new StringBuilder();
        fields.forEach(field -> all.append(field.name())
                .append('\n')
                .append(value(field.name()))
                .append('\u0000'));
        return Sha256.ofBytes(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Whether the person looked at what this very content does. */
    public boolean wasSeen() {
        return seen.equals(digest());
    }

    /** The same, looked at as it is. */
    public Form looked() {
        return new Form(fields, values, key, version, digest(), wrongs, changes);
    }

    /** The same with what is wrong. */
    public Form wrong(List<Wrong> found) {
        List<Wrong> inOrder = new ArrayList<>(found);
        inOrder.sort(Comparator.comparingInt(wrong -> wrong.field() == null ? -1 : fields.indexOf(wrong.field())));
        return new Form(fields, values, key, version, seen, inOrder, changes);
    }

    /** The same without what is wrong with fields that nobody typed into yet. */
    public Form withoutBlanks() {
        return new Form(
                fields,
                values,
                key,
                version,
                seen,
                wrongs.stream()
                        .filter(wrong ->
                                wrong.field() == null || has(wrong.field().name()))
                        .toList(),
                changes);
    }

    /** The same, made now: what others recorded until then is known. */
    Form moved(long nowVersion, List<Change> since) {
        return new Form(fields, values, key, nowVersion, seen, wrongs, since);
    }

    /** The same with what each change says, by the sequence of its event; null for what is not known yet. */
    public Form explained(LongFunction<@Nullable String> words) {
        List<Change> told = changes.stream()
                .map(change -> new Change(
                        change.sequence(), change.what(), words.apply(change.sequence()), change.actor(), change.at()))
                .toList();
        return new Form(fields, values, key, version, seen, wrongs, told);
    }

    /** The same as a command of its own. */
    Form afresh() {
        return new Form(fields, values, UUID.randomUUID().toString(), version, seen, wrongs, changes);
    }
}
