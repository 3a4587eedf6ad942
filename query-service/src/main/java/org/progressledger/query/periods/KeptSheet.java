package org.progressledger.query.periods;

import org.progressledger.events.ProjectStatus;

/**
 * A sheet with what the register shows of its project today.
 *
 * @param agency the first eight digits of the code
 * @param agencyName as on the form
 * @param position that it reflects
 */
record KeptSheet(
        String code, String name, String agency, String agencyName, ProjectStatus status, long position, Sheet sheet) {}
