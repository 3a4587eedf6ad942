package org.progressledger.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * RFC 8785 JSON of strings, booleans, whole numbers, lists and maps.
 *
 * <p>Numbers are whole and within +-(2^53 - 1), where every reader of JSON agrees; fractions are refused, for their
 * shortest form is where implementations differ. Nothing else has more than one spelling.
 */
final class CanonicalJson {

    static final long MAX_INTEGER = (1L << 53) - 1;
    private static final int MAX_DEPTH = 64;
    private static final int ROOM_FOR_AN_ENVELOPE = 2;

    private CanonicalJson() {}

    static String write(Object value) {
        StringBuilder json = new StringBuilder(256);
        append(copyOf("value", value, -ROOM_FOR_AN_ENVELOPE), json);
        return json.toString();
    }

    static void checkInteger(String what, long value) {
        if (value < -MAX_INTEGER || value > MAX_INTEGER) {
            throw new IllegalArgumentException("Beyond +-(2^53 - 1): " + what + " " + value);
        }
    }

    /** An unmodifiable deep copy, in which every whole number is a Long. */
    static Map<String, Object> copyOfMap(Map<String, ?> map) {
        return copyOfMap(map, 0);
    }

    private static Map<String, Object> copyOfMap(Map<?, ?> map, int depth) {
        // RFC 8785 sorts by UTF-16 code units, which is how Java compares strings
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("Not a name: " + key);
            }
            StoredText.requireUnicode("name", name);
            copy.put(name, copyOf(name, value, depth));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyOf(String name, @Nullable Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("Nested deeper than " + MAX_DEPTH + ": " + name);
        }
        return switch (value) {
            case String text -> {
                StoredText.requireUnicode(name, text);
                yield text;
            }
            case Boolean truth -> truth;
            case Long number -> checked(name, number);
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case BigInteger number -> checked(name, number);
            case Map<?, ?> map -> copyOfMap(map, depth + 1);
            case List<?> list -> {
                List<Object> copy = new ArrayList<>(list.size());
                list.forEach(element -> copy.add(copyOf(name, element, depth + 1)));
                yield Collections.unmodifiableList(copy);
            }
            case null -> throw new IllegalArgumentException("No value: " + name);
            default ->
                throw new IllegalArgumentException(
                        "Neither text, truth value, whole number, list nor map, write it as a string: %s, a %s"
                                .formatted(name, value.getClass().getName()));
        };
    }

    private static Long checked(String name, BigInteger number) {
        if (number.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException("Beyond +-(2^53 - 1): " + name + " " + number);
        }
        return checked(name, number.longValue());
    }

    private static Long checked(String name, long number) {
        checkInteger(name, number);
        return number;
    }

    private static void append(Object value, StringBuilder json) {
        switch (value) {
            case String text -> quote(text, json);
            case Map<?, ?> map -> {
                String separator = "{";
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    json.append(separator);
                    quote((String) member.getKey(), json);
                    json.append(':');
                    append(member.getValue(), json);
                    separator = ",";
                }
                json.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                String separator = "[";
                for (Object element : list) {
                    json.append(separator);
                    append(element, json);
                    separator = ",";
                }
                json.append(list.isEmpty() ? "[]" : "]");
            }
            default -> json.append(value);
        }
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                json.append(text, plain, i);
                escape(c, json);
                plain = i + 1;
            }
        }
        json.append(text, plain, text.length()).append('"');
    }

    private static void escape(char c, StringBuilder json) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\t' -> json.append("\\t");
            case '\n' -> json.append("\\n");
            case '\f' -> json.append("\\f");
            case '\r' -> json.append("\\r");
            default ->
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        }
    }
}
