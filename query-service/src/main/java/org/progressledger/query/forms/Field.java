package org.progressledger.query.forms;

import java.util.List;

/**
 * One thing that a form asks for.
 *
 * @param name as the command's body calls it; {@code letter.number} is the number in {@code letter},
 *     {@code parts[0].score} the score of the first of {@code parts}
 * @param label the words before it, in the page's language
 * @param hint the words below it; empty for none
 * @param optional whether it may stay empty; the command service decides, this only says so
 * @param choices what can be chosen; empty unless the kind is CHOICE or SELECT
 */
public record Field(String name, Kind kind, String label, String hint, boolean optional, List<Choice> choices) {

    /** How it is typed and sent. */
    public enum Kind {
        /** {@code 30/08/2564}, sent as an ISO date. */
        DAY,
        /** {@code 1,234.50}, sent as a number. */
        NUMBER,
        /** A year: {@code 2564}, or {@code 2021} in the common era; sent as a number of the Buddhist era. */
        YEAR,
        /** A short text in one line. */
        LINE,
        /** A long text. */
        TEXT,
        /** One of a few words, all of them in sight. */
        CHOICE,
        /** One of many. */
        SELECT
    }

    /** One of a few. */
    public record Choice(String value, String words) {}

    public Field {
        choices = List.copyOf(choices);
    }

    public static Field day(String name, String label) {
        return of(name, Kind.DAY, label);
    }

    public static Field number(String name, String label) {
        return of(name, Kind.NUMBER, label);
    }

    public static Field line(String name, String label) {
        return of(name, Kind.LINE, label);
    }

    public static Field text(String name, String label) {
        return of(name, Kind.TEXT, label);
    }

    public static Field choice(String name, String label, List<Choice> choices) {
        return new Field(name, Kind.CHOICE, label, "", false, choices);
    }

    public static Field year(String name, String label) {
        return of(name, Kind.YEAR, label);
    }

    public static Field select(String name, String label, List<Choice> choices) {
        return new Field(name, Kind.SELECT, label, "", false, choices);
    }

    private static Field of(String name, Kind kind, String label) {
        return new Field(name, kind, label, "", false, List.of());
    }

    /** The same, which may stay empty. */
    public Field mayBeEmpty() {
        return new Field(name, kind, label, hint, true, choices);
    }

    /** The same with words below it. */
    public Field hinted(String words) {
        return new Field(name, kind, label, words, optional, choices);
    }

    // templates call these

    /** Its id on the page. */
    public String id() {
        return "f-" + name.replace('.', '-').replace('[', '-').replace("]", "");
    }

    /** The id of an item that says more about it. */
    public String id(String what) {
        return id() + "-" + what;
    }

    /** Whether it belongs to one entry of a list. */
    public boolean isOfAList() {
        return name.contains("].");
    }

    /** Whether it is of that kind. */
    public boolean is(String kindName) {
        return kind.name().equals(kindName);
    }
}
