import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.occurrent.eventstore.api.SortBy;
import org.occurrent.eventstore.api.WriteCondition;
import org.occurrent.eventstore.mongodb.nativedriver.EventStoreConfig;
import org.occurrent.eventstore.mongodb.nativedriver.MongoEventStore;
import org.occurrent.filter.Filter;
import org.occurrent.mongodb.timerepresentation.TimeRepresentation;
import org.progressledger.bench.Contender;
import org.progressledger.bench.Sample;
import org.progressledger.bench.Worker;

/** Occurrent in a process of its own, for it needs an earlier generation of the driver; run from its source. */
public final class OccurrentWorker implements Contender {

    private static final URI SOURCE = URI.create("urn:progress-ledger");

    private final MongoClient client;
    private final MongoEventStore store;

    private OccurrentWorker(String uri, String database) {
        client = MongoClients.create(uri);
        store = new MongoEventStore(
                client,
                database,
                "events",
                new EventStoreConfig(
                        TimeRepresentation.RFC_3339_STRING,
                        TransactionOptions.builder()
                                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                                .readConcern(ReadConcern.MAJORITY)
                                .build()));
    }

    public static void main(String[] arguments) throws Exception {
        Worker.serve(OccurrentWorker::new, arguments[0], arguments[1]);
        System.exit(0);
    }

    @Override
    public long append(String stream, long sequence) {
        store.write(
                stream,
                WriteCondition.streamVersionEq(sequence),
                Stream.of(CloudEventBuilder.v1()
                        .withId(Sample.id())
                        .withSource(SOURCE)
                        .withType(Sample.TYPE)
                        .withTime(Sample.MADE.atOffset(ZoneOffset.UTC))
                        .withDataContentType("application/json")
                        .withData(Sample.payload(sequence).getBytes(StandardCharsets.UTF_8))
                        .build()));
        return -1;
    }

    @Override
    public long readAll() {
        return store.query(Filter.all(), 0, Integer.MAX_VALUE, SortBy.natural(SortBy.SortDirection.ASCENDING)).count();
    }

    @Override
    public void close() {
        client.close();
    }
}
