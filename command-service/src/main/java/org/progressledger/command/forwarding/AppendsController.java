package org.progressledger.command.forwarding;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.Forwarding;
import org.progressledger.ledger.ForwardingRefused;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what other command services forward. What is in it is the ledger's own affair. */
@Hidden // for processes of ours, which know it
@RestController
class AppendsController {
    private static final MediaType TYPE = MediaType.parseMediaType(Forwarding.CONTENT_TYPE);
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final CommitLog log;

    AppendsController(CommitLog log) {
        this.log = log;
    }

    @PostMapping(Forwarding.PATH)
    ResponseEntity<byte[]> take(@RequestBody byte[] question) {
        try {
            return ResponseEntity.ok().contentType(TYPE).body(log.appendForwarded(question));
        } catch (ForwardingRefused refused) {
            throw switch (refused.reason()) {
                case NOT_THE_APPENDER -> new ProblemException(CommonReason.NOT_FOUND).causedBy(refused);
                case NOT_UNDERSTOOD -> new ProblemException(CommonReason.MALFORMED_BODY).causedBy(refused);
                case UNAVAILABLE ->
                    new ProblemException(CommonReason.STORE_UNAVAILABLE)
                            .withRetryAfter(COME_BACK)
                            .causedBy(refused);
            };
        }
    }
}
