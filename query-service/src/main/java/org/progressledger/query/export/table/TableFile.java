package org.progressledger.query.export.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of tables in the making, written row by row. One that is not finished does not look whole. */
public interface TableFile {

    /** What is said of the file as a whole. */
    record Remark(String thai, String english, String text) {}

    /** The rows that follow are this table's. */
    void begin(Table table) throws IOException;

    /** One row; null where nothing is stated. */
    void row(List<@Nullable Object> values) throws IOException;

    /** Nothing more comes: the file is whole. */
    void finish(List<Remark> remarks) throws IOException;

    /** More should come and does not: the file says so as far as its format can. */
    void breakOff() throws IOException;
}
