package org.progressledger.command.web;

import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints of the contract whose capability this release does not have: they say so, and change nothing. */
@RestController
class NotYetController {
    @PostMapping({"/api/v1/projects/{code}/evidence", "/api/v1/projects/{code}/certification"})
    void notYet() {
        throw new ProblemException(CommonReason.NOT_YET_SUPPORTED);
    }
}
