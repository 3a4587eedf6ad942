package org.progressledger.command.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.progressledger.access.AccessReason;
import org.progressledger.command.agencies.AgencyReason;
import org.progressledger.command.imports.ImportReason;
import org.progressledger.command.imports.UnreadableReason;
import org.progressledger.command.project.Refusal;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ReasonCode;

/** Every reason that the command service can answer with. */
final class ReasonCodes {
    static final List<ReasonCode> ALL = Stream.of(
                    Arrays.<ReasonCode>stream(CommonReason.values()),
                    Arrays.<ReasonCode>stream(AccessReason.values()),
                    Arrays.<ReasonCode>stream(Refusal.values()),
                    Arrays.<ReasonCode>stream(AgencyReason.values()),
                    Arrays.<ReasonCode>stream(ImportReason.values()),
                    UnreadableReason.all())
            .flatMap(reasons -> reasons)
            .toList();

    private ReasonCodes() {}
}
