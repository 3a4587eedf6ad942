package org.progressledger.command.printedform;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.progressledger.events.ProjectCode;

/** A file holds one form. The head of another project's form in it is told from words that name another project. */
final class SeveralForms {
    private static final Pattern CODE =
            Pattern.compile("\\s*+([ก-๎/ .…]{6,40}?)[ .…]*+:\\s*+([0-9]{8})\\s?-\\s?([0-9]{4})(?![0-9])\\s*+");
    private static final Pattern LABEL = Pattern.compile("\\s*+([ก-๎/ .…]{6,40}?)[ .…]*+:");
    private static final int HEAD_BEGINS_ABOVE = 4;

    private SeveralForms() {}

    /** Refuses the paper if, from the offset on, another form begins. */
    static void refuse(Paper paper, int from, Stated<ProjectCode> first) {
        for (int line = paper.lineAt(from); line <= paper.lineCount(); line++) {
            Matcher code = CODE.matcher(paper.text()).region(paper.startOfLine(line), paper.endOfLine(line));
            if (!code.matches()) {
                continue;
            }
            FieldLabel.Match label = FieldLabel.of(code.group(1), FieldLabel.STRICT);
            String second = code.group(2) + "-" + code.group(3);
            boolean another = label != null
                    && label.label() == FieldLabel.PROJECT_CODE
                    && !second.equals(first.value().text())
                    && isHead(paper, line);
            if (another) {
                throw twoProjects(first.value().text(), second, line);
            }
        }
    }

    static UnreadablePaper twoProjects(String first, String second, int line) {
        return new UnreadablePaper(UnreadableCode.TWO_PROJECTS, line, Map.of("first", first, "second", second));
    }

    /** The head states the project's name, or its own heading, a few lines above the code. */
    private static boolean isHead(Paper paper, int line) {
        int looked = 0;
        for (int above = line - 1; above >= 1 && looked < HEAD_BEGINS_ABOVE; above--) {
            String text = paper.lineText(above);
            Matcher label = LABEL.matcher(text);
            FieldLabel.Match match = label.lookingAt() ? FieldLabel.of(label.group(1), FieldLabel.STRICT) : null;
            if (Heading.of(text) == Heading.CODE_AND_NAME || match != null && match.label() == FieldLabel.NAME) {
                return true;
            }
            looked += text.isBlank() ? 0 : 1;
        }
        return false;
    }
}
