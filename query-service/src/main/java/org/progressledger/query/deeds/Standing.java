package org.progressledger.query.deeds;

import java.time.LocalDate;
import java.util.Optional;
import org.progressledger.problems.Language;
import org.progressledger.query.forms.Typed;
import org.progressledger.query.projection.IndicatorViews.AdoptedIndicatorView;
import org.progressledger.query.projection.ProjectView;

/**
 * What a form may begin with: the project as the person sees it, and the day in Bangkok.
 *
 * @param about the id of the indicator that the form is about; empty for none
 */
record Standing(ProjectView project, LocalDate today, Language language, String about) {
    private static final int SHORT = 80;

    /** The indicator that the form is about. */
    Optional<AdoptedIndicatorView> indicator() {
        return project.adoptedIndicators().stream()
                .filter(indicator -> indicator.id().equals(about))
                .findFirst();
    }

    /** Its code, else its id. */
    static String called(AdoptedIndicatorView indicator) {
        String code = indicator.code();
        return code == null ? indicator.id() : code;
    }

    /** A long text as a choice can bear it. */
    static String shortened(String text) {
        int end = text.offsetByCodePoints(0, Math.min(SHORT, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }

    /** Today, as it is typed. */
    String todayTyped() {
        return typed(today);
    }

    /** A day, as it is typed. */
    String typed(LocalDate day) {
        return Typed.day(day, language);
    }
}
