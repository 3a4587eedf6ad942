package org.progressledger.ledger.axon;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

/** Axon's own contract of an event store on a storage engine. */
@OnRealMongo
class RealMongoEventStoreIT extends EmbeddedEventStoreTest {

    @Override
    public EventStorageEngine createStorageEngine() {
        return Engines.onEmptyLedger(TestMongo.real()).build();
    }
}
