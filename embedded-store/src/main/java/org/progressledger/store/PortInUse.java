package org.progressledger.store;

/** Nobody can listen on the address and port: taken by another process, or not ours to take. */
public final class PortInUse extends StoreNotOpened {
    PortInUse(String address, int port, Exception cause) {
        super("The store cannot listen on " + address + ":" + port + " (" + EmbeddedStore.reason(cause) + ")", cause);
    }
}
