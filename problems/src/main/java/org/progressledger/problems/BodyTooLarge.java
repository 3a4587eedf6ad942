package org.progressledger.problems;

import java.io.IOException;

/** More bytes came than the endpoint takes. */
final class BodyTooLarge extends IOException {

    private final long limit;

    BodyTooLarge(long limit) {
        super("The body is larger than " + limit + " bytes");
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
