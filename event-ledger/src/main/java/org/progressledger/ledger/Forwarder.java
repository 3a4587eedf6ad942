package org.progressledger.ledger;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.AppendWire.Outcome;
import org.progressledger.ledger.AppenderLease.Holder;
import org.progressledger.ledger.ForwardingLine.Reply;

/**
 * Has a batch written by the process that appends for all, in one request. What does not come of it is left to be tried again
 * at home, in doubt if it may have arrived.
 */
final class Forwarder implements Writing {

    private static final int OK = 200;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Forwarding forwarding;
    private final KnownTail tail;
    private final KnownStreams streams;
    private final LedgerSettings settings;
    private @Nullable Holder holder;
    private long roundTrip;

    Forwarder(Forwarding forwarding, KnownTail tail, KnownStreams streams, LedgerSettings settings) {
        this.forwarding = forwarding;
        this.tail = tail;
        this.streams = streams;
        this.settings = settings;
    }

    /** Whether there is somebody to send a batch to, who then gets the next one; what was sent here is not sent on. */
    boolean takes(List<Pending> batch) {
        holder = batch.stream().anyMatch(Pending::isForwarded)
                ? null
                : forwarding.elsewhere().orElse(null);
        return holder != null;
    }

    @Override
    public long roundTrip() {
        return roundTrip;
    }

    @Override
    public boolean wantsPause() {
        return false; // at home it is tried at once
    }

    @Override
    public List<Pending> tryOnce(List<Pending> batch) {
        List<Pending> begun = batch.stream().filter(Pending::beginAttempt).toList();
        Holder to = holder;
        if (begun.isEmpty() || to == null) {
            return begun;
        }
        try {
            long began = System.nanoTime();
            Reply reply = reply(to, forwarding.line().send(to.address(), AppendWire.question(begun)));
            roundTrip = roundTrip == 0 ? System.nanoTime() - began : (3 * roundTrip + System.nanoTime() - began) / 4;
            take(reply, begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            begun.forEach(append -> append.refused(new LedgerUnavailable("Interrupted while forwarding", true, e)));
        } catch (ExecutionException e) {
            fallBack(begun, new LedgerUnavailable("Not forwarded: " + e.getCause(), false, e), !neverArrived(e));
        } catch (TimeoutException | RuntimeException e) {
            fallBack(begun, e, true);
        }
        return begun.stream().filter(Pending::isOpen).toList();
    }

    /** Waits for as long as one exchange may take, and while that process is the one to ask. */
    private Reply reply(Holder to, CompletableFuture<Reply> coming)
            throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + settings.operationTimeout().toNanos();
        try {
            while (System.nanoTime() < until && forwarding.isStill(to)) {
                try {
                    return coming.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    continue;
                }
            }
            throw new TimeoutException("No answer from the process that appends for all");
        } finally {
            coming.cancel(true);
        }
    }

    private static boolean neverArrived(ExecutionException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private void take(Reply reply, List<Pending> asked) {
        if (reply.status() == OK) {
            List<Outcome> outcomes = AppendWire.readAnswer(reply.body(), asked.size());
            for (int i = 0; i < asked.size(); i++) {
                settle(asked.get(i), outcomes.get(i));
            }
            forwarding.forwarded(asked.size());
        } else if (reply.status() == UNAVAILABLE && reply.comeLater()) {
            // more of us would not help it
            asked.forEach(append ->
                    append.refused(append.unavailable("The process that appends for all has more to do than it can")));
        } else {
            boolean mayBeRecorded = reply.status() < CLIENT_ERROR || reply.status() >= SERVER_ERROR;
            fallBack(asked, new CancellationException("Not forwarded, answered " + reply.status()), mayBeRecorded);
        }
    }

    private void settle(Pending append, Outcome outcome) {
        switch (outcome) {
            case Outcome.Recorded recorded -> {
                Commit commit = append.draft().at(recorded.position(), recorded.recordedAt());
                tail.saw(commit);
                streams.saw(commit);
                append.recorded(commit);
            }
            case Outcome.Refused refused -> append.refused(refused.reason());
        }
    }

    private void fallBack(List<Pending> appends, Exception reason, boolean mayBeRecorded) {
        List<Pending> open = appends.stream().filter(Pending::isOpen).toList();
        open.forEach(append -> append.failed(reason, mayBeRecorded));
        forwarding.fellBack(open.size());
    }
}
