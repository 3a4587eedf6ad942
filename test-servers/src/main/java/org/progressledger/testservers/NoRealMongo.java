package org.progressledger.testservers;

/** No real MongoDB can be had here; the message says what was tried and what to do. */
final class NoRealMongo extends Exception {
    NoRealMongo(String why) {
        super(why);
    }
}
