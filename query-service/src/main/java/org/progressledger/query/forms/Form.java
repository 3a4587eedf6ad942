package org.progressledger.query.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    /**
     * What is wrong, in the command service's words.
     *
     * @param field the field that it is about; null for the form as a whole
     */
    public record Wrong(@Nullable Field field, String words) {}

    /** What somebody recorded meanwhile. */
    public record Change(String what, String actor, Moment at) {}

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
        Map<String, Object> body = new LinkedHashMap<>();
        for (Field field : fields) {
            if (has(field.name())) {
                put(body, field.name(), Typed.sent(field.kind(), value(field.name())));
            }
        }
        return body;
    }

    /** The same with the fields alone that stand otherwise than there, and those that are no detail of it. */
    public Map<String, Object> bodyWithout(Map<String, String> asItStands) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (Field field : fields) {
            String typed = value(field.name());
            String before = asItStands.get(field.name());
            if (!typed.isBlank() && (before == null || !Typed.same(field.kind(), typed, before))) {
                put(body, field.name(), Typed.sent(field.kind(), typed));
            }
        }
        return body;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> body, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            body.put(name, value);
        } else {
            Map<String, Object> inner =
                    (Map<String, Object>) body.computeIfAbsent(name.substring(0, dot), any -> new LinkedHashMap<>());
            put(inner, name.substring(dot + 1), value);
        }
    }

    /** Tells one content from another. */
    public String digest() {
        StringBuilder all = new StringBuilder();
        fields.forEach(field -> all.append(field.name()).append('\n').append(value(field.name())).append('\u0000'));
        return Sha256.ofBytes(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Whether the person looked at what this very content does. */
    public boolean isSeen() {
        return seen.equals(digest());
    }

    /** The same, looked at as it is. */
    public Form looked() {
        return new Form(fields, values, key, version, digest(), wrongs, changes);
    }

    /** The same with what is wrong. */
    public Form wrong(List<Wrong> found) {
        List<Wrong> inOrder = new ArrayList<>(found);
        inOrder.sort(Comparator.comparingInt(
                wrong -> wrong.field() == null ? -1 : fields.indexOf(wrong.field())));
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

    /** The same as a command of its own. */
    Form afresh() {
        return new Form(fields, values, UUID.randomUUID().toString(), version, seen, wrongs, changes);
    }
}
