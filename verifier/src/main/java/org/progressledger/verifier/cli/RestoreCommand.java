package org.progressledger.verifier.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.progressledger.verifier.backup.BackupFile;
import org.progressledger.verifier.backup.Contents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Put a backup into a database that has nothing of it; services must not run. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Put a backup into a database that has nothing of it; services must not run.")
final class RestoreCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--mongodb", required = true, paramLabel = "URI", description = "The database server.")
    private String uri = "";

    @Option(names = "--database", paramLabel = "NAME", description = "The database, unless the URI names it.")
    private String database = "";

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Database into = Database.open(uri, database, "commits");
                BackupFile backup = BackupFile.open(file)) {
            backup.restoreInto(into.database());
            console.out().println("%s: %s".formatted(into.database().getName(), told(backup.contents())));
            console.out()
                    .println(
                            "Compare it with what was kept outside before services start: ledger-verify --mongodb ... --kept ledger.checkpoint");
            return 0;
        }
    }

    static String told(Contents contents) {
        return "%d events, %d of them sealed, %d documents of %d collections, taken at %s"
                .formatted(
                        contents.events(),
                        contents.sealed(),
                        contents.documents(),
                        contents.collections().size(),
                        contents.takenAt());
    }
}
