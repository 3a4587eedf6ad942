package org.progressledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.events.Sha256;
import org.progressledger.query.export.table.CsvFile;
import org.progressledger.query.export.table.Table;

class OutgoingTest {
    @Test
    void counts_and_digests_what_goes_out() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        Outgoing out = new Outgoing(sent, Duration.ofMinutes(1));
        out.write("สวัสดี".getBytes(StandardCharsets.UTF_8));
        out.write('!');
        out.row();
        out.covers(7, 9);
        out.covers(3, 8);

        assertThat(out.bytes()).isEqualTo(19);
        assertThat(out.digest()).isEqualTo(Sha256.ofBytes(sent.toByteArray()).hex());
        assertThat(out.rows()).isEqualTo(1);
        assertThat(out.firstPosition()).isEqualTo(3);
        assertThat(out.lastPosition()).isEqualTo(9);
    }

    @Test
    void ends_the_work_when_it_takes_too_long() {
        Outgoing out = new Outgoing(OutputStream.nullOutputStream(), Duration.ofNanos(-1));

        assertThatThrownBy(out::row).isInstanceOf(Outgoing.TookTooLong.class);
    }

    /** Projects without end: only whoever stops asking for them comes back. */
    @Test
    void ends_the_work_when_the_reader_has_gone() {
        OutputStream gone = new OutputStream() {
            private int left = 100_000;

            @Override
            public void write(int one) throws IOException {
                if (left-- == 0) {
                    throw new IOException("gone");
                }
            }
        };
        int[] visited = {0};
        Selection endless = (lists, visitor) -> {
            while (true) {
                visited[0]++;
                visitor.visit(Projects.withReports(12));
            }
        };

        assertThatThrownBy(() -> new TableContent(endless, List.of(Table.REPORTS), CsvFile::new, List::of)
                        .writeTo(new Outgoing(gone, Duration.ofMinutes(1))))
                .isInstanceOf(Outgoing.ReaderGone.class);
        assertThat(visited[0]).isBetween(2, 200);
    }
}
