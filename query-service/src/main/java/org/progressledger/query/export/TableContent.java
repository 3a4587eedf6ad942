package org.progressledger.query.export;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.export.table.Table;
import org.progressledger.query.export.table.TableFile;
import org.progressledger.query.export.table.TableFile.Remark;

/** Tables of a selection, one after the other: each goes through the projects once, so that little is held in memory. */
final class TableContent implements Exports.Content {
    private final Selection selection;
    private final List<Table> tables;
    private final Opening opening;
    private final Supplier<List<Remark>> remarks;
    private @Nullable TableFile file;

    /** Opens a file of some format. */
    interface Opening {
        TableFile on(Outgoing out) throws IOException;
    }

    /** @param remarks asked for at the end */
    TableContent(Selection selection, List<Table> tables, Opening opening, Supplier<List<Remark>> remarks) {
        this.selection = selection;
        this.tables = List.copyOf(tables);
        this.opening = opening;
        this.remarks = remarks;
    }

    @Override
    public void writeTo(Outgoing out) throws IOException {
        TableFile opened = opening.on(out);
        file = opened;
        for (Table table : tables) {
            opened.begin(table);
            selection.each(table.lists(), project -> {
                out.covers(project.project());
                Iterator<List<@Nullable Object>> rows = table.rows(project).iterator();
                while (rows.hasNext()) {
                    out.row();
                    opened.row(rows.next());
                }
            });
        }
        opened.finish(remarks.get());
    }

    @Override
    public void breakOff() throws IOException {
        if (file != null) {
            file.breakOff();
        }
    }
}
