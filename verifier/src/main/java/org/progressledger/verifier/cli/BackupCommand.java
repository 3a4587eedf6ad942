package org.progressledger.verifier.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.progressledger.verifier.backup.BackupWriter;
import org.progressledger.verifier.backup.Contents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Write all that cannot be made again into one file, while services run. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Write all that cannot be made again into one file, while services run.")
final class BackupCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--mongodb", required = true, paramLabel = "URI", description = "The database server.")
    private String uri = "";

    @Option(names = "--database", paramLabel = "NAME", description = "The database, unless the URI names it.")
    private String database = "";

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path file = Path.of("");

    BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Database from = Database.open(uri, database, "commits")) {
            Contents written = BackupWriter.write(from.database(), file);
            console.out().println("%s: %s".formatted(file, RestoreCommand.told(written)));
            return 0;
        }
    }
}
