package org.progressledger.query.replay;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.progressledger.ledger.CommitLog;
import org.progressledger.projectledger.ProjectArchive;
import org.progressledger.query.asking.Glance;
import org.progressledger.query.projection.Instance;
import org.progressledger.query.projection.KeptReleases;
import org.progressledger.query.projection.Rebuilding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who goes on with replays, and how they are watched. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplaySettings.class)
class ReplayConfiguration {
    @Bean
    ReplayStore replayStore(MongoDatabase database) {
        return new ReplayStore(database, System::nanoTime);
    }

    @Bean
    Replays replays(ReplayStore store, Rebuilding rebuilding, ProjectArchive archive, InstantSource clock) {
        Replays replays = new Replays(store, rebuilding, archive, clock);
        replays.beginRelease();
        return replays;
    }

    @Bean
    Releases releases(KeptReleases kept, ReplayStore store, InstantSource clock) {
        return new Releases(kept, store, clock);
    }

    @Bean
    ReplayRunner replayRunner(
            ReplayStore store,
            Rebuilding rebuilding,
            ProjectArchive archive,
            CommitLog ledger,
            ReplaySettings settings,
            InstantSource clock,
            Instance instance) {
        return new ReplayRunner(store, rebuilding, archive, ledger, settings, clock, instance.name());
    }

    @Bean
    MeterBinder replayMeters(ReplayStore store, Rebuilding rebuilding, InstantSource clock) {
        Glance<Optional<Replay>> active = new Glance<>(clock, now -> store.active(rebuilding.family()));
        return meters -> {
            Gauge.builder("replay_running", active, glance -> of(glance, replay -> 1))
                    .description("Replays that go on or wait: 0 or 1")
                    .register(meters);
            Gauge.builder(
                            "replay_events_left",
                            active,
                            glance -> of(glance, replay -> replay.events() - replay.eventsDone()))
                    .description("Events that the replay that goes on has not built yet")
                    .register(meters);
            Gauge.builder("replay_rate", active, glance -> of(glance, Replay::rate))
                    .description("Events a second that the replay that goes on builds")
                    .register(meters);
            Gauge.builder("replay_differences", active, glance -> of(glance, Replay::differences))
                    .description("Documents that differ, of the replay that goes on or waits")
                    .register(meters);
        };
    }

    private static double of(Glance<Optional<Replay>> active, ToDoubleFunction<Replay> what) {
        return active.look().map(what::applyAsDouble).orElse(0.0);
    }
}
