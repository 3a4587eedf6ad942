package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterType;
import com.mongodb.connection.ServerConnectionState;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarksTest {
    private static ClusterDescription of(ClusterType cluster, ServerType... servers) {
        List<ServerDescription> all = Arrays.stream(servers)
                .map(type -> ServerDescription.builder()
                        .address(new ServerAddress("127.0.0.1", 27017 + type.ordinal()))
                        .state(ServerConnectionState.CONNECTED)
                        .type(type)
                        .ok(true)
                        .build())
                .toList();
        return new ClusterDescription(ClusterConnectionMode.MULTIPLE, cluster, all);
    }

    @Test
    void a_replica_set_has_members_to_read_from() {
        assertThat(Marks.haveSecondary(
                        of(ClusterType.REPLICA_SET, ServerType.REPLICA_SET_PRIMARY, ServerType.REPLICA_SET_SECONDARY)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REPLICA_SET_SECONDARY")
    void no_other_server_is_one(ServerType type) {
        assertThat(Marks.haveSecondary(of(ClusterType.UNKNOWN, ServerType.REPLICA_SET_PRIMARY, type)))
                .isFalse();
    }
}
