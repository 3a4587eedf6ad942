package org.progressledger.command.batches;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.batches.BatchFile.State;
import org.progressledger.problems.Language;
import org.progressledger.problems.Texts;

/**
 * How far a batch is.
 *
 * @param total files, those left out included
 * @param done files that wait no more
 */
record BatchAnswer(
        String batchId,
        Instant madeAt,
        BatchState state,
        int total,
        int done,
        int read,
        int refused,
        int leftOut,
        List<FileAnswer> files) {

    /** Whether files wait. */
    enum BatchState {
        READING,
        DONE
    }

    /**
     * A file.
     *
     * @param number its place in the batch, from 1
     * @param name as the sender calls it: text, never a path
     * @param importId of its draft, once it is read
     * @param warnings how many the draft has
     * @param recordedBefore whether facts were recorded from these very bytes before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileAnswer(
            int number,
            String name,
            int bytes,
            @Nullable String sha256,
            State state,
            @Nullable String importId,
            @Nullable String projectCode,
            @Nullable Integer warnings,
            @Nullable Boolean recordedBefore,
            @Nullable FileProblem problem) {}

    /**
     * Why a file was not read.
     *
     * @param line of the paper, where it is one line
     * @param detail in the caller's language; both in {@code details}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileProblem(
            String code,
            @Nullable Integer line,
            String detail,
            Map<String, String> details,
            Map<String, Object> data) {}

    /** The batches of an account, the latest first, without their files. */
    record Own(List<Summary> items) {}

    /** A batch without its files. */
    record Summary(
            String batchId, Instant madeAt, BatchState state, int total, int done, int read, int refused, int leftOut) {
        static Summary of(Batch batch) {
            return new Summary(
                    batch.batchId(),
                    batch.madeAt(),
                    batch.isDone() ? BatchState.DONE : BatchState.READING,
                    batch.files().size(),
                    batch.files().size() - batch.count(State.WAITING),
                    batch.count(State.READ),
                    batch.count(State.REFUSED),
                    batch.count(State.LEFT_OUT));
        }
    }

    static BatchAnswer of(Batch batch, Texts texts, Language language) {
        Summary summary = Summary.of(batch);
        return new BatchAnswer(
                summary.batchId(),
                summary.madeAt(),
                summary.state(),
                summary.total(),
                summary.done(),
                summary.read(),
                summary.refused(),
                summary.leftOut(),
                batch.files().stream().map(file -> file(file, texts, language)).toList());
    }

    private static FileAnswer file(BatchFile file, Texts texts, Language language) {
        BatchFile.ReadAs read = file.read();
        return new FileAnswer(
                file.number(),
                file.name(),
                file.bytes(),
                file.sha256(),
                file.state(),
                read == null ? null : file.importId(),
                read == null ? null : read.projectCode(),
                read == null ? null : read.warnings(),
                read == null ? null : read.recordedBefore(),
                file.problem() == null ? null : problem(file.problem(), texts, language));
    }

    private static FileProblem problem(BatchFile.Problem problem, Texts texts, Language language) {
        Map<String, String> details = new TreeMap<>();
        for (Language each : Language.values()) {
            details.put(
                    each.tag(), texts.find(each, problem.code(), problem.data()).orElse(problem.code()));
        }
        return new FileProblem(
                problem.code(),
                problem.data().get("line") instanceof Integer line ? line : null,
                details.getOrDefault(language.tag(), problem.code()),
                details,
                problem.data());
    }
}
