package org.progressledger.acceptance;

/** On the embedded store. */
class AppealsReviewIT extends AppealsReview {
    AppealsReviewIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
