package org.progressledger.query.asking;

import java.time.InstantSource;
import org.progressledger.access.EndpointRules;
import org.progressledger.access.RoleMatrix;
import org.progressledger.access.ServiceTokens;
import org.progressledger.projectledger.MasterKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may ask what of the query service: its lines of the one matrix. */
@Configuration(proxyBeanMethods = false)
class WhoMay {
    @Bean
    EndpointRules endpointRules() {
        return RoleMatrix.of(RoleMatrix.Service.QUERY);
    }

    /** Pages ask the command service for those who have signed in here. */
    @Bean
    ServiceTokens serviceTokens(MasterKey masterKey, InstantSource clock) {
        return new ServiceTokens(masterKey.derived("service-tokens"), clock);
    }
}
