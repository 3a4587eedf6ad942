package org.progressledger.command.batches;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.progressledger.access.Asker;
import org.progressledger.command.archive.Archive;
import org.progressledger.command.archive.ArchiveReason;
import org.progressledger.command.archive.ArchiveResult;
import org.progressledger.command.batches.BatchFile.Problem;
import org.progressledger.command.batches.BatchFile.State;
import org.progressledger.command.imports.HandedFile;
import org.progressledger.command.imports.OnePrintout;
import org.progressledger.events.Sha256;
import org.progressledger.problems.ProblemException;
import org.springframework.stereotype.Component;

/** Takes many printouts at once, tells how far they are, and has them read again. Nobody sees the batches of others. */
@Component
class BatchDesk {
    private final Batches batches;
    private final BatchReader reader;
    private final OnePrintout printouts;
    private final BatchSettings settings;
    private final InstantSource clock;
    private final Semaphore unpacking;

    BatchDesk(Batches batches, BatchReader reader, OnePrintout printouts, BatchSettings settings, InstantSource clock) {
        this.batches = batches;
        this.reader = reader;
        this.printouts = printouts;
        this.settings = settings;
        this.clock = clock;
        this.unpacking = new Semaphore(settings.unpackingAtOnce());
    }

    /** @throws ProblemException if an archive is refused as a whole, or there is no room */
    Batch take(List<HandedFile> handed, Asker asker) {
        if (!unpacking.tryAcquire()) {
            throw full();
        }
        try {
            batches.sweep(clock.instant().minus(settings.keep()));
            if (batches.of(asker.id()).size() >= settings.batchesPerPerson()) {
                throw new ProblemException(BatchReason.TOO_MANY_BATCHES, Map.of("limit", settings.batchesPerPerson()))
                        .withRetryAfter(settings.keep());
            }
            Intake intake = new Intake();
            handed.forEach(intake::add);
            refuseIfFull(intake.bytesOfWaiting.size());
            Batch batch = new Batch(UUID.randomUUID().toString(), asker, clock.instant(), intake.files);
            batches.keep(batch, intake.bytesOfWaiting);
            reader.wake();
            return batch;
        } finally {
            unpacking.release();
        }
    }

    private void refuseIfFull(int more) {
        int waiting = batches.open().stream()
                .mapToInt(batch -> batch.count(State.WAITING))
                .sum();
        if (waiting > 0 && waiting + more > settings.waitingFiles()) {
            throw full();
        }
    }

    private ProblemException full() {
        return new ProblemException(BatchReason.IMPORT_QUEUE_FULL, Map.of("limit", settings.waitingFiles()))
                .withRetryAfter(settings.retryAfter());
    }

    Batch show(String batchId, Asker asker) {
        return batches.find(batchId)
                .filter(batch -> batch.asker().id().equals(asker.id()))
                .filter(batch -> batch.madeAt().isAfter(clock.instant().minus(settings.keep())))
                .orElseThrow(
                        () -> new ProblemException(BatchReason.IMPORT_BATCH_NOT_FOUND, Map.of("batchId", batchId)));
    }

    /** The asker's own, the latest first. */
    List<Batch> own(Asker asker) {
        return batches.of(asker.id());
    }

    /** Files that were refused, and whose bytes are there, wait again. */
    Batch retry(String batchId, Asker asker) {
        Batch batch = show(batchId, asker);
        if (!batch.isDone()) {
            throw new ProblemException(BatchReason.BATCH_STILL_READING);
        }
        List<BatchFile> files = batch.files().stream()
                .map(file -> file.canBeReadAgain() ? file.again() : file)
                .toList();
        Batch again = new Batch(batchId, asker, batch.madeAt(), files);
        if (again.isDone()) {
            throw new ProblemException(BatchReason.NOTHING_TO_READ_AGAIN);
        }
        refuseIfFull(again.count(State.WAITING));
        if (!batches.reopen(again, asker)) {
            throw new ProblemException(BatchReason.BATCH_STILL_READING);
        }
        reader.wake();
        return again;
    }

    /** What one request brings. */
    private final class Intake {
        private final List<BatchFile> files = new ArrayList<>();
        private final List<byte[]> bytesOfWaiting = new ArrayList<>();
        private final Map<Sha256, Integer> seen = new HashMap<>();
        private long total;

        void add(HandedFile handed) {
            if (!Archive.isZip(handed.bytes())) {
                addFile(Archive.shownName(handed.name()), handed);
                return;
            }
            switch (Archive.open(handed.bytes(), settings.archiveLimits())) {
                case ArchiveResult.Refused refused -> throw new ProblemException(refused.reason(), refused.data());
                case ArchiveResult.Opened opened -> opened.entries().forEach(this::add);
            }
        }

        private void add(ArchiveResult.Entry entry) {
            switch (entry) {
                case ArchiveResult.File file ->
                    addFile(file.name(), new HandedFile(file.name(), file.bytes(), null, false));
                case ArchiveResult.Unread unread -> {
                    State state = unread.reason() == ArchiveReason.ENTRY_LEFT_OUT ? State.LEFT_OUT : State.REFUSED;
                    Problem why = Problem.of(unread.reason(), unread.data());
                    add(new BatchFile(files.size() + 1, unread.name(), 0, null, null, false, "", state, 0, null, why));
                }
            }
        }

        private void add(BatchFile file) {
            if (files.size() >= settings.files()) {
                throw new ProblemException(BatchReason.BATCH_TOO_MANY_FILES, Map.of("limit", settings.files()));
            }
            files.add(file);
        }

        private void addFile(String name, HandedFile handed) {
            byte[] bytes = handed.bytes();
            total += bytes.length;
            if (total > settings.totalBytes()) {
                throw new ProblemException(BatchReason.BATCH_TOO_LARGE, Map.of("limit", settings.totalBytes()));
            }
            Sha256 sha256 = Sha256.ofBytes(bytes);
            int number = files.size() + 1;
            Optional<Integer> same = Optional.ofNullable(seen.putIfAbsent(sha256, number));
            String charset =
                    handed.declared() == null ? null : handed.declared().name();
            add(new BatchFile(
                    number,
                    name,
                    bytes.length,
                    same.isPresent() ? null : sha256.hex(),
                    charset,
                    handed.pdf(),
                    same.isPresent() ? "" : printouts.newImportId(),
                    same.isPresent() ? State.REFUSED : State.WAITING,
                    0,
                    null,
                    same.map(first -> Problem.of(BatchReason.FILE_TWICE_IN_BATCH, Map.of("number", first)))
                            .orElse(null)));
            if (same.isEmpty()) {
                bytesOfWaiting.add(bytes);
            }
        }
    }
}
