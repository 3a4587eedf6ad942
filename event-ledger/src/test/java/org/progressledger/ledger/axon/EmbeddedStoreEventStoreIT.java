package org.progressledger.ledger.axon;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

/** Axon's own contract of an event store on a storage engine. */
@OnEmbeddedStore
class EmbeddedStoreEventStoreIT extends EmbeddedEventStoreTest {

    @Override
    public EventStorageEngine createStorageEngine() {
        return Engines.onEmptyLedger(TestMongo.embedded()).build();
    }
}
