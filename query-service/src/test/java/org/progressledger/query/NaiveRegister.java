package org.progressledger.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an office did, told in a few words, and what it adds up to for any two times: written anew here, the long way, to be
 * held against the answers.
 */
final class NaiveRegister {
    private NaiveRegister() {}

    /** What was done. A correction, a return and a resumption name what they are about by its sequence. */
    sealed interface Deed {}

    record Registered(String name, int year, BigDecimal spent) implements Deed {}

    record Reported(int no, int revision, LocalDate on, BigDecimal percent) implements Deed {}

    record Corrected(long reported, BigDecimal percent) implements Deed {}

    record Returned(long reported) implements Deed {}

    record Renamed(String name) implements Deed {}

    record Moved(int year) implements Deed {}

    record Spent(BigDecimal amount) implements Deed {}

    record Paused() implements Deed {}

    record Resumed(long paused) implements Deed {}

    record Ended(String status) implements Deed {}

    record Reopened() implements Deed {}

    record Held() implements Deed {}

    record TakenBack(long sequence) implements Deed {}

    /** A deed and its two times. */
    record Noted(long sequence, LocalDate happenedOn, Instant recordedAt, Deed deed) {}

    /** A report as it stood. */
    record Report(int no, int revision, BigDecimal percent, String state) {}

    /** A project as it was. */
    record Then(
            String code,
            String name,
            int year,
            String status,
            BigDecimal percent,
            String reportedOn,
            BigDecimal spent,
            List<Report> reports,
            int activities,
            boolean jumped) {}

    /** What counts for that point, in the order of happening. */
    static List<Noted> counting(List<Noted> all, LocalDate happenedOn, Instant recordedAt) {
        Noted registration = all.getFirst();
        boolean opened = !registration.happenedOn().isAfter(happenedOn)
                && !registration.recordedAt().isAfter(recordedAt);
        List<Noted> counting = new ArrayList<>();
        for (Noted each : all) {
            if (opened
                    && !each.happenedOn().isAfter(happenedOn)
                    && !each.recordedAt().isAfter(recordedAt)) {
                counting.add(each);
            }
        }
        counting.sort(Comparator.<Noted>comparingInt(each -> each.sequence() == 0 ? 0 : 1)
                .thenComparing(Noted::happenedOn)
                .thenComparing(Noted::sequence));
        return counting;
    }

    static Optional<Then> asOf(String code, List<Noted> all, LocalDate happenedOn, Instant recordedAt) {
        List<Noted> counting = counting(all, happenedOn, recordedAt);
        if (counting.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> mistaken = new HashSet<>();
        for (Noted each : counting) {
            if (each.deed() instanceof TakenBack back) {
                mistaken.add(back.sequence());
            }
        }
        counting.removeIf(each -> mistaken.contains(each.sequence()));
        String name = "";
        int year = 0;
        BigDecimal spent = BigDecimal.ZERO;
        int activities = 0;
        for (Noted each : counting) {
            switch (each.deed()) {
                case Registered registered -> {
                    name = registered.name();
                    year = registered.year();
                    spent = registered.spent();
                }
                case Renamed renamed -> name = renamed.name();
                case Moved moved -> year = moved.year();
                case Spent stated -> spent = stated.amount();
                case Held held -> activities++;
                default -> {}
            }
        }
        List<Report> reports = reports(counting);
        List<Report> standing = reports.stream()
                .filter(report -> !report.state().equals("RETURNED"))
                .toList();
        boolean jumped = false;
        BigDecimal before = BigDecimal.ZERO;
        for (Report report : standing) {
            jumped |= report.percent().subtract(before).compareTo(BigDecimal.valueOf(25)) >= 0;
            before = report.percent();
        }
        return Optional.of(new Then(
                code,
                name,
                year,
                status(counting),
                before,
                standing.isEmpty() ? "" : dateOf(counting, standing.getLast()),
                spent,
                reports,
                activities,
                jumped));
    }

    private static String status(List<Noted> counting) {
        String status = "ACTIVE";
        Set<Long> open = new HashSet<>();
        for (Noted each : counting) {
            switch (each.deed()) {
                case Paused paused -> {
                    open.add(each.sequence());
                    status = status.equals("ACTIVE") ? "PAUSED" : status;
                }
                case Resumed resumed -> {
                    if (open.remove(resumed.paused())) {
                        status = status.equals("PAUSED") ? "ACTIVE" : status;
                    }
                }
                case Ended ended -> status = ended.status();
                case Reopened reopened -> status = open.isEmpty() ? "ACTIVE" : "PAUSED";
                default -> {}
            }
        }
        return status;
    }

    /** By number: of each the highest revision. */
    private static List<Report> reports(List<Noted> counting) {
        Map<Integer, Report> standing = new TreeMap<>();
        for (Noted each : counting) {
            if (each.deed() instanceof Reported reported) {
                Report report = report(each.sequence(), reported, counting);
                standing.merge(reported.no(), report, (one, other) -> one.revision() > other.revision() ? one : other);
            }
        }
        return List.copyOf(standing.values());
    }

    private static Report report(long sequence, Reported reported, List<Noted> counting) {
        BigDecimal percent = reported.percent();
        String state = "REPORTED";
        for (Noted each : counting) {
            if (each.deed() instanceof Corrected corrected && corrected.reported() == sequence) {
                percent = corrected.percent();
                state = "CORRECTED";
            }
        }
        for (Noted each : counting) {
            if (each.deed() instanceof Returned returned && returned.reported() == sequence) {
                state = "RETURNED";
            }
        }
        return new Report(reported.no(), reported.revision(), percent, state);
    }

    private static String dateOf(List<Noted> counting, Report report) {
        for (Noted each : counting) {
            if (each.deed() instanceof Reported reported
                    && reported.no() == report.no()
                    && reported.revision() == report.revision()) {
                return reported.on().toString();
            }
        }
        throw new IllegalArgumentException("Nobody reported " + report);
    }

    /** The first thing in which two differ; null where they are the same. */
    static @Nullable String firstDifference(List<String> expected, List<String> found) {
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String one = i < expected.size() ? expected.get(i) : "nothing";
            String other = i < found.size() ? found.get(i) : "nothing";
            if (!one.equals(other)) {
                return one + " is answered as " + other;
            }
        }
        return null;
    }
}
