package org.progressledger.problems.description;

import java.util.List;
import org.progressledger.problems.ReasonCode;

/** Reasons of one part of a service, contributed as a bean where the description cannot name them itself. */
public record KnownReasons(List<? extends ReasonCode> reasons) {
    public KnownReasons {
        reasons = List.copyOf(reasons);
    }
}
