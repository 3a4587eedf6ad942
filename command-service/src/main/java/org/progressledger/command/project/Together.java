package org.progressledger.command.project;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.progressledger.events.ProjectCode;
import org.springframework.stereotype.Component;

/**
 * The shell around commands on several projects: what one unit of work applies is one append, so one commit. Each project's
 * place in its stream is claimed as by a single command; if one is taken meanwhile, nothing of all is recorded.
 */
@Component
class Together {
    private final Repository<ProjectAggregate> projects;

    Together(Repository<ProjectAggregate> projects) {
        this.projects = projects;
    }

    /** @return an answer for each ask, in their order; recorded only if none is a refusal */
    @CommandHandler
    List<Decision> handle(AskTogether together) throws Exception {
        Map<ProjectCode, Aggregate<ProjectAggregate>> loaded = load(together);
        List<Decision> decisions = decide(together, loaded);
        if (decisions.stream().allMatch(Decision.Accepted.class::isInstance)) {
            for (int i = 0; i < decisions.size(); i++) {
                Ask ask = together.asks().get(i);
                Decision.Accepted accepted = (Decision.Accepted) decisions.get(i);
                of(ask.command().project(), loaded).execute(project -> project.record(accepted, ask.provenance()));
            }
        }
        return decisions;
    }

    /** In the order of codes: loading locks a project, and two sheets must not wait for each other. */
    private Map<ProjectCode, Aggregate<ProjectAggregate>> load(AskTogether together) throws Exception {
        Map<ProjectCode, Aggregate<ProjectAggregate>> loaded = new TreeMap<>();
        List<ProjectCode> codes = together.asks().stream()
                .map(ask -> ask.command().project())
                .distinct()
                .sorted()
                .toList();
        for (ProjectCode code : codes) {
            loaded.put(code, projects.loadOrCreate(code.text(), ProjectAggregate::new));
        }
        return loaded;
    }

    private static List<Decision> decide(AskTogether together, Map<ProjectCode, Aggregate<ProjectAggregate>> loaded) {
        Ask any = together.asks().getFirst();
        List<Asked> asked = together.asks().stream()
                .map(ask -> new Asked(ask.command(), ask.provenance().source()))
                .toList();
        return Series.decide(
                        asked,
                        code -> of(code, loaded).invoke(ProjectAggregate::recorded),
                        any.asker(),
                        any.today(),
                        any.deadline())
                .stream()
                .map(Foreseen::decision)
                .toList();
    }

    private static Aggregate<ProjectAggregate> of(
            ProjectCode code, Map<ProjectCode, Aggregate<ProjectAggregate>> loaded) {
        Aggregate<ProjectAggregate> project = loaded.get(code);
        if (project == null) {
            throw new IllegalStateException("Not loaded: " + code);
        }
        return project;
    }
}
