package org.progressledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {

    private static final String HERE = "192.0.2.7";

    private final MutableTime time = new MutableTime();
    private final FailedSignIns failed =
            new FailedSignIns(new AccessSettings(4, 12, Duration.ZERO, 10, 10, 30, Duration.ofMinutes(1), 100), time);

    private void fail(String username, String address, int times) {
        for (int i = 0; i < times; i++) {
            failed.add(username, address);
        }
    }

    @Test
    void the_tenth_failure_of_a_name_makes_it_wait_until_the_first_is_a_minute_old() {
        failed.add("somebody", HERE);
        time.pass(Duration.ofSeconds(20));
        fail("somebody", HERE, 8);
        assertThat(failed.wait("somebody", HERE)).isEmpty();
        failed.add("somebody", HERE);
        assertThat(failed.wait("somebody", HERE)).hasValue(Duration.ofSeconds(40));
        time.pass(Duration.ofSeconds(40));
        assertThat(failed.wait("somebody", HERE)).isEmpty();
        failed.add("somebody", HERE);
        assertThat(failed.wait("somebody", HERE)).hasValue(Duration.ofSeconds(20));
    }

    @Test
    void others_at_the_address_may_go_on_until_the_address_has_failed_too_often() {
        fail("somebody", HERE, 10);
        assertThat(failed.wait("another", HERE)).isEmpty();
        assertThat(failed.wait("somebody", "192.0.2.8")).isEmpty();
        for (int i = 0; i < 20; i++) {
            failed.add("name" + i, HERE);
        }
        assertThat(failed.wait("another", HERE)).hasValue(Duration.ofMinutes(1));
        assertThat(failed.wait("another", "192.0.2.8")).isEmpty();
    }

    @Test
    void the_addresses_of_one_ipv6_network_count_together() {
        for (int i = 0; i < 30; i++) {
            failed.add("name" + i, "2001:db8:0:1::" + i);
        }
        assertThat(failed.wait("another", "2001:db8:0:1:ffff::1")).isPresent();
        assertThat(failed.wait("another", "2001:db8:0:2::1")).isEmpty();
    }

    @Test
    void remembers_no_more_than_it_is_told_to() {
        for (int i = 0; i < 1000; i++) {
            failed.add("name" + i, "10.0." + i / 256 + "." + i % 256);
        }
        assertThat(failed.remembered()).isEqualTo(100);
    }

    @Test
    void goes_on_counting_right_after_very_many_failures() {
        for (int i = 0; i < 1000; i++) {
            failed.add("somebody", HERE);
            time.pass(Duration.ofSeconds(1));
        }
        assertThat(failed.wait("somebody", HERE)).hasValue(Duration.ofSeconds(50)); // ten-back stands 10 s ago
    }
}
