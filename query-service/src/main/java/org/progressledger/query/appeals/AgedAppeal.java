package org.progressledger.query.appeals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.ProjectView.AgencyView;

/**
 * An appeal in a list, on a day.
 *
 * @param ageDays days from the filing, or from the first narrative that speaks of it, to that day
 * @param waitedDays days from the filing to the decision or the taking back, to that day while it waits; null without papers
 */
record AgedAppeal(
        @JsonUnwrapped AppealItem appeal,
        long ageDays,
        @Nullable Long waitedDays) {

    static AgedAppeal of(AppealItem appeal, LocalDate day) {
        LocalDate closedOn = appeal.decidedOn() == null ? appeal.withdrawnOn() : appeal.decidedOn();
        return new AgedAppeal(
                appeal,
                ChronoUnit.DAYS.between(appeal.since(), day),
                appeal.filedOn() == null
                        ? null
                        : ChronoUnit.DAYS.between(appeal.filedOn(), closedOn == null ? day : closedOn));
    }

    /** The same with its agency as the register calls it. */
    AgedAppeal named(AgencyRegister register) {
        AgencyView agency = appeal.agency();
        return register.of(agency.code())
                .map(found ->
                        new AgedAppeal(appeal.in(agency.inRegister(found.code(), found.name())), ageDays, waitedDays))
                .orElse(this);
    }
}
