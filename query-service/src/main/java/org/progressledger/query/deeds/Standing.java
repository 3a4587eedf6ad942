package org.progressledger.query.deeds;

import java.time.LocalDate;
import org.progressledger.problems.Language;
import org.progressledger.query.forms.Typed;
import org.progressledger.query.projection.ProjectView;

/** What a form may begin with: the project as the person sees it, and the day in Bangkok. */
record Standing(ProjectView project, LocalDate today, Language language) {

    /** Today, as it is typed. */
    String todayTyped() {
        return typed(today);
    }

    /** A day, as it is typed. */
    String typed(LocalDate day) {
        return Typed.day(day, language);
    }
}
