package org.progressledger.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One process appends at an even pace, another looks for what came; both tell when, by the clock of the machine. */
final class Watching {

    private Watching() {}

    /** position:nanoseconds of each acknowledgement */
    static String append(Contender contender, long millis, int perSecond) {
        StringBuilder told = new StringBuilder();
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long begun = System.nanoTime();
        String stream = "watched-" + Sample.id();
        for (long i = 0; i * gap < millis * 1_000_000; i++) {
            while (System.nanoTime() - begun < i * gap) {
                LockSupport.parkNanos(begun + i * gap - System.nanoTime());
            }
            long position = contender.append(stream, i);
            told.append(position).append(':').append(System.nanoTime()).append(' ');
        }
        return told.toString();
    }

    /** position:nanoseconds of each when it was seen */
    static String watch(Contender contender, long millis) throws InterruptedException {
        StringBuilder told = new StringBuilder();
        long last = contender.readAll() - 1;
        System.out.println("ANSWER watching");
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            long rung = contender.rung();
            long seen = contender.readAfter(last);
            long now = System.nanoTime();
            for (long i = 0; i < seen; i++) {
                told.append(++last).append(':').append(now).append(' ');
            }
            if (seen == 0) {
                contender.awaitRing(rung);
            }
        }
        return told.toString();
    }
}
