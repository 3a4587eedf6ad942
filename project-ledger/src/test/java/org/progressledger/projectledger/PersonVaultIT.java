package org.progressledger.projectledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.PersonalData;
import org.progressledger.testservers.TestMongo;

class PersonVaultIT {
    private static final String BOTH = "org.progressledger.testservers.TestMongo#servers";
    private static final Person OFFICER = person("นางสาวอำนวย  ใจดี");

    private static Person person(String name) {
        return new Person(name, "โทร. 1519", name + " โทร. 1519");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void what_is_sealed_is_read_again_and_shows_no_name(TestMongo server) {
        MongoDatabase database = server.freshDatabase();
        PersonVault vault = PersonVault.open(database, MasterKey.random());

        PersonalData sealed = vault.seal(OFFICER);

        assertThat(vault.open(sealed)).contains(OFFICER);
        String bytes = new String(Base64.getDecoder().decode(sealed.sealed()), StandardCharsets.UTF_8);
        assertThat(sealed.toString() + bytes + keys(database)).doesNotContain("อำนวย", "ใจดี", "1519");
        assertThat(vault.seal(OFFICER).sealed()).isNotEqualTo(sealed.sealed());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void one_name_is_one_person_however_it_is_typed(TestMongo server) {
        PersonVault vault = PersonVault.open(server.freshDatabase(), MasterKey.random());
        String id = vault.seal(OFFICER).person();

        assertThat(List.of(
                        " นางสาวอำนวย ใจดี ",
                        "นางสาวอำนวย\t\nใจดี",
                        "นางสาวอำนวย\u00a0ใจดี",
                        "นางสาวอำนวย \u200bใจดี",
                        "นางสาวอ\u0e4d\u0e32นวย ใจดี"))
                .allSatisfy(name ->
                        assertThat(vault.seal(person(name)).person()).as(name).isEqualTo(id));
        assertThat(vault.seal(person("Café")).person())
                .isEqualTo(vault.seal(person("cafe\u0301")).person())
                .isNotEqualTo(vault.seal(person("cafe")).person());
        assertThat(vault.seal(person("นางสาวอำนวย ใจดีมาก")).person()).isNotEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void many_who_write_of_a_new_person_at_once_use_one_key(TestMongo server) throws Exception {
        MongoDatabase database = server.freshDatabase();
        MasterKey master = MasterKey.random();
        List<PersonVault> vaults = List.of(PersonVault.open(database, master), PersonVault.open(database, master));
        CountDownLatch go = new CountDownLatch(1);
        List<Future<PersonalData>> written = new ArrayList<>();
        try (var writers = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 12; i++) {
                PersonVault vault = vaults.get(i % 2);
                written.add(writers.submit(() -> {
                    go.await();
                    return vault.seal(OFFICER);
                }));
            }
            go.countDown();
        }
        String id = written.getFirst().get().person();
        for (Future<PersonalData> each : written) {
            assertThat(each.get().person()).isEqualTo(id);
            assertThat(vaults.getFirst().open(each.get())).contains(OFFICER);
        }
        assertThat(database.getCollection("person_keys").countDocuments(Filters.exists("wrapped")))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void forgetting_one_person_leaves_the_others_readable(TestMongo server) {
        MongoDatabase database = server.freshDatabase();
        PersonVault vault = PersonVault.open(database, MasterKey.random());
        PersonalData gone = vault.seal(OFFICER);
        Person other = person("ผู้ประสานงาน ก");
        PersonalData stays = vault.seal(other);

        database.getCollection("person_keys").deleteOne(Filters.eq("_id", gone.person()));

        assertThat(vault.open(gone)).isEmpty();
        assertThat(vault.open(stays)).contains(other);
        assertThat(vault.seal(OFFICER).person())
                .as("told again, the person is a new one")
                .isNotEqualTo(gone.person());
        assertThat(vault.open(gone)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void what_one_person_s_key_sealed_is_not_passed_off_as_another_s(TestMongo server) {
        PersonVault vault = PersonVault.open(server.freshDatabase(), MasterKey.random());
        PersonalData one = vault.seal(OFFICER);
        PersonalData two = vault.seal(person("ผู้ประสานงาน ก"));

        assertThatThrownBy(() -> vault.open(new PersonalData(two.person(), one.sealed())))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void the_keys_of_another_master_key_are_refused_at_the_door(TestMongo server) {
        MongoDatabase database = server.freshDatabase();
        MasterKey ours = MasterKey.random();
        PersonVault.open(database, ours).seal(OFFICER);

        assertThatThrownBy(() -> PersonVault.open(database, MasterKey.random()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another master key");
        assertThat(PersonVault.open(database, ours)).isNotNull();
    }

    private static String keys(MongoDatabase database) {
        StringBuilder all = new StringBuilder();
        database.getCollection("person_keys").find().map(Document::toJson).forEach(all::append);
        return all.toString();
    }
}
