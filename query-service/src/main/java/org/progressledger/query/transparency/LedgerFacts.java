package org.progressledger.query.transparency;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.sealing.SealedHead;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.query.frame.Doors;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.transparency.LedgerPage.CheckedHere;
import org.progressledger.query.transparency.LedgerPage.Key;
import org.progressledger.query.transparency.LedgerPage.Sealing;
import org.progressledger.query.transparency.LedgerPage.Shown;
import org.progressledger.query.transparency.LedgerPage.State;
import org.progressledger.query.verification.Verification;
import org.progressledger.query.verification.VerificationSettings;
import org.springframework.stereotype.Component;

/** How the ledger stands at this moment: recorded, sealed, checked. */
@Component
class LedgerFacts {
    private final CommitLog log;
    private final SealedLog sealed;
    private final LogDesk desk;
    private final SealingAge age;
    private final TransparencySettings settings;
    private final Verification verification;
    private final VerificationSettings checks;
    private final Doors doors;
    private final InstantSource clock;

    LedgerFacts(
            CommitLog log,
            SealedLog sealed,
            LogDesk desk,
            SealingAge age,
            TransparencySettings settings,
            Verification verification,
            VerificationSettings checks,
            Doors doors,
            InstantSource clock) {
        this.log = log;
        this.sealed = sealed;
        this.desk = desk;
        this.age = age;
        this.settings = settings;
        this.verification = verification;
        this.checks = checks;
        this.doors = doors;
        this.clock = clock;
    }

    /** For one reader, in that reader's words. */
    record Known(
            String size,
            @Nullable String lastPosition,
            Sealing sealing,
            @Nullable Shown shown,
            List<Key> keys,
            @Nullable CheckedHere checkedHere,
            boolean readsEvents) {}

    Known known(Asker asker, LedgerWords words) {
        long last = log.lastPosition().orElse(-1);
        Optional<SealedHead> head = sealed.head();
        Optional<SealedCheckpoint> newest = head.flatMap(SealedHead::latest);
        boolean readsChecks = doors.open(asker, "/api/v1/ledger/verification");
        return new Known(
                Figures.count(last + 1),
                last < 0 ? null : Figures.count(last),
                sealing(last, head, newest, readsChecks, words),
                newest.map(any -> words.shown(desk.latest())).orElse(null),
                head.map(SealedHead::keys).orElse(List.of()).stream()
                        .map(key -> new Key(key.key().toString(), Figures.count(key.fromTreeSize())))
                        .toList(),
                readsChecks
                        ? words.checkedHere(
                                checks.isOn() ? checks.every() : null,
                                verification.running(),
                                verification.last(),
                                last + 1)
                        : null,
                doors.open(asker, "/api/v1/events"));
    }

    private Sealing sealing(
            long last,
            Optional<SealedHead> head,
            Optional<SealedCheckpoint> newest,
            boolean withDetail,
            LedgerWords words) {
        SealingAge.Look look = age.look();
        String refusal = head.flatMap(SealedHead::refusal).orElse(null);
        State state = State.of(last >= 0, newest.isPresent(), refusal != null, look.oldest(), settings.alarmAfter());
        return new Sealing(
                state,
                newest.map(one -> words.moment(one.sealedAt())).orElse(null),
                newest.map(one -> words.lasting(Duration.between(one.sealedAt(), clock.instant())))
                        .orElse(null),
                Figures.count(look.unsealed()),
                words.lasting(look.oldest()),
                refusal == null ? null : words.refusal(refusal),
                withDetail ? refusal : null);
    }
}
