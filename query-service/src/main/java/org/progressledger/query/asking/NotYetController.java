package org.progressledger.query.asking;

import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions of the contract whose capability this release does not have: they say so. */
@RestController
class NotYetController {
    @GetMapping("/api/v1/projects/{code}/form.pdf")
    void notYet() {
        throw new ProblemException(CommonReason.NOT_YET_SUPPORTED);
    }
}
