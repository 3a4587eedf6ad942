package org.progressledger.command.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.progressledger.access.AccessReason;
import org.progressledger.command.agencies.AgencyReason;
import org.progressledger.command.project.Refusal;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ReasonCode;

/** Every reason that a command can be answered with; imports add theirs. */
final class ReasonCodes {
    static final List<ReasonCode> ALL = Stream.of(
                    Arrays.<ReasonCode>stream(CommonReason.values()),
                    Arrays.<ReasonCode>stream(AccessReason.values()),
                    Arrays.<ReasonCode>stream(Refusal.values()),
                    Arrays.<ReasonCode>stream(AgencyReason.values()))
            .flatMap(reasons -> reasons)
            .toList();

    private ReasonCodes() {}
}
