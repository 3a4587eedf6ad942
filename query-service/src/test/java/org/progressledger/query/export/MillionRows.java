package org.progressledger.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.progressledger.query.export.table.CsvFile;
import org.progressledger.query.export.table.ProjectsJson;
import org.progressledger.query.export.table.Table;
import org.progressledger.query.export.table.XlsxFile;
import org.progressledger.query.projection.KeptProjects.KeptProject;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a million reports, twelve a project, to nowhere; for a process with little memory.
 *
 * <pre>java -Xmx64m -cp ... org.progressledger.query.export.MillionRows csv|xlsx|json</pre>
 */
final class MillionRows {
    private static final int REPORTS = 12;
    private static final int PROJECTS = 1_000_000 / REPORTS + 1;

    private MillionRows() {}

    public static void main(String[] arguments) throws IOException {
        KeptProject project = Projects.withReports(REPORTS);
        Outgoing out = new Outgoing(OutputStream.nullOutputStream(), Duration.ofMinutes(20));
        Selection many = (lists, visitor) -> {
            for (int i = 0; i < PROJECTS; i++) {
                visitor.visit(project);
            }
        };
        long begun = System.nanoTime();
        switch (arguments[0]) {
            case "csv" -> new TableContent(many, List.of(Table.REPORTS), CsvFile::new, List::of).writeTo(out);
            case "xlsx" -> new TableContent(many, List.of(Table.REPORTS), XlsxFile::new, List::of).writeTo(out);
            case "json" -> {
                ProjectsJson json = new ProjectsJson(out, JsonMapper.shared(), Map.of());
                many.each(java.util.Set.of(), each -> {
                    json.project(each);
                    for (int i = 0; i < REPORTS; i++) {
                        out.row();
                    }
                });
                json.finish();
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.out.printf(
                "%d rows, %d MB, %d s, heap at most %d MB%n",
                out.rows(),
                out.bytes() >> 20,
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
