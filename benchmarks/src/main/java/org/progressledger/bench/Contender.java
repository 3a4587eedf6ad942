package org.progressledger.bench;

/** Something that keeps events. */
public interface Contender extends AutoCloseable {

    /** Makes a contender on a database of a server. */
    @FunctionalInterface
    interface Maker {
        Contender on(String uri, String database);
    }

    /**
     * Appends one event, and comes back when a majority holds it on disk.
     *
     * @param sequence its number in the stream, from 0
     * @return where it stands, if it has a place among all events; otherwise -1
     */
    long append(String stream, long sequence);

    /** Reads all events, decoded as somebody who asks for them gets them; how many there are. */
    long readAll();

    /** Reads all that is there after a position, at most some; how many there are. */
    default long readAfter(long position) {
        throw new UnsupportedOperationException("No order of all events");
    }

    /** How often something came, as far as it is told; to be asked before one looks. */
    default long rung() {
        return 0;
    }

    /** Waits until something came since, or a while. */
    default void awaitRing(long since) throws InterruptedException {
        Thread.sleep(1);
    }

    @Override
    void close();
}
