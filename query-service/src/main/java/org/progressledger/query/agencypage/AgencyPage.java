package org.progressledger.query.agencypage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.overview.Mini;
import org.progressledger.query.overview.Overview;
import org.progressledger.query.overview.WaitingRows;

/**
 * An agency as it is read.
 *
 * @param codes other codes of the agency
 * @param projects the most behind first
 * @param allProjects leads to the list of all; null where all are there
 */
record AgencyPage(
        Frame frame,
        String code,
        String name,
        List<String> codes,
        Overview overview,
        List<Mini> projects,
        @Nullable String allProjects,
        List<WaitingRows.Late> late,
        List<WaitingRows.Hit> hits,
        List<WaitingRows.Appeal> appeals,
        List<WaitingRows.Paused> paused) {}
