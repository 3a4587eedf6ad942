package org.progressledger.command.web;

import java.time.InstantSource;
import org.progressledger.access.Accounts;
import org.progressledger.access.EndpointRules;
import org.progressledger.access.RoleMatrix;
import org.progressledger.access.ServiceTokens;
import org.progressledger.access.TokenSignIn;
import org.progressledger.projectledger.MasterKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may ask what of the command service: its lines of the one matrix. */
@Configuration(proxyBeanMethods = false)
class WhoMay {
    @Bean
    EndpointRules endpointRules() {
        return RoleMatrix.of(RoleMatrix.Service.COMMAND);
    }

    @Bean
    ServiceTokens serviceTokens(MasterKey masterKey, InstantSource clock) {
        return new ServiceTokens(masterKey.derived("service-tokens"), clock);
    }

    /** The pages of the query service ask here for those who have signed in there, and command services for themselves. */
    @Bean
    TokenSignIn tokenSignIn(ServiceTokens tokens, Accounts accounts) {
        return new TokenSignIn(tokens, accounts);
    }
}
