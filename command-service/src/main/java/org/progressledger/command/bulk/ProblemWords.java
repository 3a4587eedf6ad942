package org.progressledger.command.bulk;

import org.progressledger.problems.Language;
import org.progressledger.problems.Texts;

/** What is wrong with a row, in the reader's language. */
record ProblemWords(Texts texts, Language language) {
    String of(RowProblem problem) {
        return texts.detail(language, problem.code(), problem.data());
    }

    /** With the column's name before it, for a file where no column is marked. */
    String named(RowProblem problem) {
        Field field = problem.field();
        if (field == null) {
            return of(problem);
        }
        return (language == Language.TH ? field.thai() : field.english()) + ": " + of(problem);
    }
}
