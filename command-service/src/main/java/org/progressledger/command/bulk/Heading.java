package org.progressledger.command.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ThaiSpelling;

/** Says which field a heading names, and how surely. Spaces, marks, brackets and capitals do not count. */
final class Heading {
    /** One wrong letter in this many: {@code แผนการดำเนินงาน} is not {@code ผลการดำเนินงาน}. */
    private static final int LETTERS_PER_EDIT = 8;

    private static final int LONGEST = 120;

    private static final List<Name> NAMES = names();

    private Heading() {}

    /** How a heading was matched. */
    enum MatchedBy {
        /** A name of the template, or the field's name in answers. */
        NAME,
        /** Another word for it. */
        SYNONYM,
        /** A word that is close to one of them; a person should look. */
        LIKENESS
    }

    /** A field that a heading names. */
    record Match(Field field, MatchedBy by) {}

    private record Name(String letters, Field field, MatchedBy by) {}

    private static List<Name> names() {
        List<Name> names = new ArrayList<>();
        for (Field field : Field.values()) {
            for (String name : List.of(field.thai(), field.english(), field.json())) {
                names.add(new Name(letters(name), field, MatchedBy.NAME));
            }
            field.others().forEach(other -> names.add(new Name(letters(other), field, MatchedBy.SYNONYM)));
        }
        return names;
    }

    /** Null for a heading that names no field, or as likely two. */
    static @Nullable Match of(String printed) {
        if (printed.length() > LONGEST) {
            return null;
        }
        Match exact = exact(printed);
        return exact != null ? exact : near(printed);
    }

    /** The heading as a whole, then its lines, for a template's heading has a line in each language. */
    private static @Nullable Match exact(String printed) {
        return Stream.concat(Stream.of(printed), Stream.of(printed.split("\\n| / ")))
                .map(Heading::letters)
                .filter(letters -> !letters.isEmpty())
                .flatMap(letters -> NAMES.stream().filter(name -> name.letters().equals(letters)))
                .map(name -> new Match(name.field(), name.by()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Match near(String printed) {
        int nearest = Integer.MAX_VALUE;
        Field found = null;
        boolean two = false;
        for (String part : printed.split("\\n")) {
            String letters = letters(part);
            for (Name name : NAMES) {
                int most = Math.min(letters.length(), name.letters().length()) / LETTERS_PER_EDIT;
                if (most == 0 || Math.abs(letters.length() - name.letters().length()) > most) {
                    continue;
                }
                int edits = new LevenshteinDistance(most).apply(letters, name.letters());
                if (edits >= 0 && edits <= nearest) {
                    two = edits == nearest && found != name.field() && found != null;
                    found = name.field();
                    nearest = edits;
                }
            }
        }
        return found == null || two ? null : new Match(found, MatchedBy.LIKENESS);
    }

    static String letters(String text) {
        StringBuilder kept = new StringBuilder();
        ThaiSpelling.folded(text).toLowerCase(Locale.ROOT).codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point)
                    || Character.getType(point) == Character.NON_SPACING_MARK
                    || point == '%') {
                kept.appendCodePoint(point);
            }
        });
        return kept.toString().replace("ฯ", "");
    }
}
