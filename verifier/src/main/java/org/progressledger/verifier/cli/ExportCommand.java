package org.progressledger.verifier.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.progressledger.verifier.file.ExportWriter;
import org.progressledger.verifier.file.ExportWriter.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a ledger into a file that can be checked without a network. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write a whole ledger into one file, to be checked elsewhere without a network.")
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--mongodb", required = true, paramLabel = "URI", description = "The database server.")
    private String uri = "";

    @Option(names = "--database", paramLabel = "NAME", description = "The database, unless the URI names it.")
    private String database = "";

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            defaultValue = "commits",
            description = "The collection of commits (${DEFAULT-VALUE}).")
    private String collection = "commits";

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path to = Path.of("");

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Database from = Database.open(uri, database, collection)) {
            Written written = ExportWriter.write(from.ledger(), to);
            console.out()
                    .println("%s: %d commits, %d checkpoints, %d bytes"
                            .formatted(to, written.commits(), written.checkpoints(), written.bytes()));
            return 0;
        }
    }
}
