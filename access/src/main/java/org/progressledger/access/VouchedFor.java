package org.progressledger.access;

/** Somebody for whom another house vouches. */
interface VouchedFor {
    Asker asker();
}
