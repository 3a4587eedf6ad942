package org.progressledger.command.web;

import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints of the contract whose capability this release does not have: they say so, and change nothing. */
@RestController
class NotYetController {
    @PostMapping({
        "/api/v1/projects/{code}/amendments",
        "/api/v1/projects/{code}/plan",
        "/api/v1/projects/{code}/reports/{no}/return",
        "/api/v1/projects/{code}/resumption",
        "/api/v1/projects/{code}/completion",
        "/api/v1/projects/{code}/reopening",
        "/api/v1/projects/{code}/cancellation",
        "/api/v1/projects/{code}/withdrawals",
        "/api/v1/projects/{code}/late-windows",
        "/api/v1/projects/{code}/appeals/{round}/withdrawal",
        "/api/v1/projects/{code}/appeals/{round}/review",
        "/api/v1/projects/{code}/indicators",
        "/api/v1/projects/{code}/indicators/{id}/results",
        "/api/v1/projects/{code}/indicators/{id}/criteria",
        "/api/v1/projects/{code}/evaluations",
        "/api/v1/projects/{code}/flags/{id}/acknowledgement",
        "/api/v1/projects/{code}/evidence",
        "/api/v1/projects/{code}/certification"
    })
    void notYet() {
        throw new ProblemException(CommonReason.NOT_YET_SUPPORTED);
    }
}
