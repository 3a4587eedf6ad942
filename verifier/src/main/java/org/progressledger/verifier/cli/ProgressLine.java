package org.progressledger.verifier.cli;

import java.util.function.LongSupplier;
import org.progressledger.verifier.Progress;
import org.progressledger.verifier.Wording;

/** How far a check is: on a terminal one line that is written over, elsewhere a line now and then. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long BETWEEN_LINES = 10_000_000_000L;
    private static final long BETWEEN_BARS = 200_000_000L;
    private static final double SECOND = 1e9;
    private static final int WIDTH = 30;
    private final Console console;
    private final Wording wording;
    private final LongSupplier nanos;
    private final long begun;
    private long told;
    private boolean isOpen;

    ProgressLine(Console console, Wording wording) {
        this(console, wording, System::nanoTime);
    }

    ProgressLine(Console console, Wording wording, LongSupplier nanos) {
        this.console = console;
        this.wording = wording;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.told = begun;
    }

    @Override
    public void at(long events, long of) {
        long now = nanos.getAsLong();
        if (now - told < (console.isTerminal() ? BETWEEN_BARS : BETWEEN_LINES)) {
            return;
        }
        told = now;
        String line = line(events, of, (now - begun) / SECOND);
        if (console.isTerminal()) {
            console.err().print("\r\u001b[K" + bar(events, of) + line);
            isOpen = true;
        } else {
            console.err().println(line);
        }
        console.err().flush();
    }

    private String line(long events, long of, double seconds) {
        double rate = events / seconds;
        return of <= 0
                ? wording.say("progress.unknown", events, rate)
                : wording.say("progress.known", events, of, rate, Math.max(0, of - events) / Math.max(rate, 1e-9));
    }

    private static String bar(long events, long of) {
        if (of <= 0) {
            return "";
        }
        int done = (int) Math.min(WIDTH, WIDTH * events / of);
        return "[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] ";
    }

    @Override
    public void close() {
        if (isOpen) {
            console.err().print("\r\u001b[K");
            console.err().flush();
        }
    }
}
