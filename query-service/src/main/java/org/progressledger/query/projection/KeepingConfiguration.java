package org.progressledger.query.projection;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.progressledger.ledger.CommitLog;
import org.progressledger.query.projection.Generations.Model;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is kept for answering, by this release. */
@Configuration(proxyBeanMethods = false)
class KeepingConfiguration {
    private static final int FIRST = 1;

    /** By the names under which they keep. */
    record AllAcross(Map<String, AcrossProjects> byName) {
        static AllAcross of(List<AcrossProjects> all) {
            Map<String, AcrossProjects> byName = new TreeMap<>();
            for (AcrossProjects across : all) {
                if (byName.put(across.collection(), across) != null) {
                    throw new IllegalArgumentException("Two answers are kept under " + across.collection());
                }
            }
            return new AllAcross(byName);
        }
    }

    @Bean
    static AllAcross allAcross(ObjectProvider<AcrossProjects> all) {
        return AllAcross.of(all.orderedStream().toList());
    }

    @Bean
    static Family family(AllAcross all) {
        return Family.keeping(all.byName().keySet());
    }

    /** Begun with the first start of this release: where something is recorded already it is told in one go, by a replay. */
    @Bean
    static Generations generations(
            MongoDatabase database, Family family, AllAcross all, CommitLog ledger, InstantSource clock) {
        Generations generations = new Generations(database, family);
        if (generations.asked().version() == 0) {
            long from = ledger.lastPosition().orElse(-1);
            Model first = new Model(from < 0 ? FIRST : 0, List.of(FIRST));
            List<String> models = new ArrayList<>(all.byName().keySet());
            models.add(Shelves.PROJECTS);
            Map<String, Model> begun = new TreeMap<>();
            models.forEach(model -> begun.put(model, first));
            generations.founded(from, begun);
        }
        generations.startsAt(clock.instant());
        return generations;
    }

    @Bean
    static Shelves shelves(MongoDatabase database, Family family, Generations generations, QuerySettings settings) {
        return new Shelves(database, family, generations, settings);
    }

    @Bean
    static KeptAcross keptAcross(
            MongoDatabase database, Family family, Generations generations, AllAcross all, InstantSource clock) {
        return new KeptAcross(database, family, generations, all.byName(), clock);
    }

    @Bean
    static Keeping keeping(
            Generations generations, Shelves shelves, KeptAcross across, Flagging flagging, InstantSource clock) {
        return new Keeping(generations, shelves, across, flagging, clock);
    }
}
