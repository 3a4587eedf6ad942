package org.progressledger.query.frame;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.Language;
import org.progressledger.problems.Texts;

/**
 * What stands around a page, and the words in which it is written.
 *
 * @param viewer who is signed in; null where nobody has to be
 * @param reads whether this account's role reads projects at all
 * @param places where this role may go from here
 * @param theme {@code light} or {@code dark} where that was chosen; null as the reader's system has it
 * @param otherLanguage the same page in the other language
 * @param otherTheme the same page in a theme that is chosen by {@link #inTheme}
 * @param position the ledger position that the page reflects at least; empty before the first event
 * @param sealed how many events are sealed, and since when; null before the first seal
 * @param standingStill how many projects are shown, and added up, older than the ledger
 */
public record Frame(
        Language language,
        Texts texts,
        @Nullable Viewer viewer,
        boolean reads,
        List<Place> places,
        @Nullable String theme,
        String otherLanguage,
        String otherTheme,
        String position,
        @Nullable Moment lastRecording,
        @Nullable Seal sealed,
        long standingStill) {

    /** Around what shows no projects, or none that stands still. */
    public Frame(
            Language language,
            Texts texts,
            @Nullable Viewer viewer,
            boolean reads,
            List<Place> places,
            @Nullable String theme,
            String otherLanguage,
            String otherTheme,
            String position,
            @Nullable Moment lastRecording,
            @Nullable Seal sealed) {
        this(
                language,
                texts,
                viewer,
                reads,
                places,
                theme,
                otherLanguage,
                otherTheme,
                position,
                lastRecording,
                sealed,
                0);
    }

    /** Who is signed in. */
    public record Viewer(String id, String role, @Nullable String agency) {}

    /**
     * An entry of the main menu.
     *
     * @param word key of its words
     * @param here whether the page is there, or below
     */
    public record Place(String word, String path, boolean here) {}

    /** How far the ledger is sealed. */
    public record Seal(String size, Moment at) {}

    /** A day or an instant, for the machine and for the reader. */
    public record Moment(String machine, String shown) {}

    /** A project's status: word, icon and colour. */
    public record State(String style, String icon, String word) {}

    /** {@code th} or {@code en}. */
    // templates call these
    public String tag() {
        return language.tag();
    }

    /** The same page in that theme: {@code light} or {@code dark}. */
    public String inTheme(String name) {
        return otherTheme.replaceFirst("([?&]theme=)(light|dark)", "$1" + name);
    }

    /** The position as a program reads it; -1 before the first event. */
    public long known() {
        return position.isEmpty() ? -1 : Long.parseLong(position.replace(",", ""));
    }

    /** The words of a key in the page's language; a key without words is a fault of ours and shown as it is. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /** The same with its places filled. */
    public String say(String key, Map<String, ?> data) {
        return texts.find(language, "page." + key, data).orElse(key);
    }

    /** What is told in both languages, in the page's. */
    public String say(String thai, String english) {
        return language == Language.TH ? thai : english;
    }
}
