package org.progressledger.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.EventJson;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.LineRange;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Provenance;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.Commit;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.NewEvent;

/** Writes facts into the ledger as an office does; every project has invented numbers. */
public final class Office {
    public static final Source PAPER =
            new Source(Sha256.ofBytes(new byte[] {1}), List.of(new LineRange(3, 4), new LineRange(9, 9)));
    private static final Provenance BY_OFFICER =
            new Provenance("somsri", "OFFICER", "เขตตัวอย่าง", "none", null, null, null, null);

    private final CommitLog log;

    public Office(CommitLog log) {
        this.log = log;
    }

    /** Records facts in one commit; the position of the last. */
    public long record(ProjectEvent... events) {
        return record(BY_OFFICER, events);
    }

    /** The same with a reason and the lines of a printout. */
    public long recordFromPaper(@Nullable String reason, ProjectEvent... events) {
        return record(BY_OFFICER.from(PAPER, null).because(reason), events);
    }

    /** Records facts that were read on these lines. */
    public long recordFrom(Source source, ProjectEvent... events) {
        return record(BY_OFFICER.from(source, null), events);
    }

    /** Records a fact; what the ledger keeps of it. */
    public Commit commit(ProjectEvent event) {
        return append(BY_OFFICER, event);
    }

    private long record(Provenance given, ProjectEvent... events) {
        return append(given, events).events().getLast().position();
    }

    private Commit append(Provenance given, ProjectEvent... events) {
        String command = UUID.randomUUID().toString();
        Provenance provenance = new Provenance(
                given.actor(),
                given.role(),
                given.agency(),
                command,
                null,
                given.source(),
                given.reason(),
                given.reportNo());
        Map<String, Long> next = new HashMap<>();
        List<NewEvent> asked = new ArrayList<>();
        for (ProjectEvent event : events) {
            String stream = event.project().text();
            long sequence = next.computeIfAbsent(
                    stream, known -> log.lastSequence(known).orElse(-1) + 1);
            next.put(stream, sequence + 1);
            asked.add(asStored(event, stream, sequence, provenance));
        }
        return log.append(new Append(new CommandIdentity(given.actor(), command, null), asked));
    }

    private static NewEvent asStored(ProjectEvent event, String stream, long sequence, Provenance provenance) {
        EventCatalogue entry = EventCatalogue.of(event);
        return new NewEvent(
                UUID.randomUUID().toString(),
                "Project",
                stream,
                sequence,
                entry.storedName(),
                entry.revision(),
                Instant.now(),
                EventJson.write(event),
                provenance.toMetadata());
    }

    /** Records an event of a name that this release does not know; its position. */
    public long recordUnknown(ProjectCode project, String storedName, String revision) {
        String command = UUID.randomUUID().toString();
        NewEvent event = new NewEvent(
                UUID.randomUUID().toString(),
                "Project",
                project.text(),
                log.lastSequence(project.text()).orElse(-1) + 1,
                storedName,
                revision,
                Instant.now(),
                "{}",
                new Provenance("somsri", "OFFICER", null, command, null, null, null, null).toMetadata());
        return log.append(new Append(new CommandIdentity("somsri", command, null), List.of(event)))
                .events()
                .getLast()
                .position();
    }

    public static ProjectRegistered registered(String code, String name) {
        return registered(code, name, null);
    }

    /** Each agency code has a name of its own. */
    public static ProjectRegistered registered(String code, String name, @Nullable PersonalData officer) {
        return registered(code, name, "สำนักงานเขตตัวอย่าง " + code.substring(0, 8), officer);
    }

    /** A project whose form spells its agency so. */
    public static ProjectRegistered registeredBy(String code, String agency) {
        return registered(code, "โครงการ " + code, agency, null);
    }

    private static ProjectRegistered registered(
            String code, String name, String agency, @Nullable PersonalData officer) {
        return new ProjectRegistered(
                ProjectCode.of(code),
                name,
                FiscalYear.of(2564),
                new Period(LocalDate.of(2020, 10, 1), LocalDate.of(2021, 9, 30)),
                new Budget(Baht.of("250000"), Baht.of("1234.5")),
                new ResponsibleAgency(agency, "ฝ่ายหนึ่ง", null),
                officer,
                null,
                "เพราะจำเป็น",
                List.of(),
                null,
                null,
                List.of());
    }

    public static ProgressReported reported(String code, int no, String percent) {
        return reported(code, no, LocalDate.of(2020, 10, 28).plusMonths(no - 1), percent);
    }

    public static ProgressReported reported(String code, int no, LocalDate on, String percent) {
        return new ProgressReported(ProjectCode.of(code), no, 1, on, content(percent), null);
    }

    public static ReportContent content(String percent) {
        return new ReportContent(
                new Percent(new BigDecimal(percent)),
                null,
                ScheduleStatus.ON_PLAN,
                TargetStatus.UNKNOWN,
                "ดำเนินการตามแผน");
    }

    /** A registration and reports with these percentages. */
    public static ProjectEvent[] projectWithReports(String code, String name, String... percentages) {
        List<ProjectEvent> events = new ArrayList<>(List.of(registered(code, name)));
        for (String percent : Arrays.asList(percentages)) {
            events.add(reported(code, events.size(), percent));
        }
        return events.toArray(ProjectEvent[]::new);
    }
}
