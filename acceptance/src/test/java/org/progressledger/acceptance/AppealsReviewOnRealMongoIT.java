package org.progressledger.acceptance;

import org.progressledger.testservers.OnRealMongo;

/** On a real MongoDB. */
@OnRealMongo
class AppealsReviewOnRealMongoIT extends AppealsReview {
    AppealsReviewOnRealMongoIT(SharedSystem.Loaded loaded) {
        super(loaded);
    }
}
