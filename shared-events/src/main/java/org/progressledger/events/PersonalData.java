package org.progressledger.events;

/**
 * A person's name and telephone, readable only with that person's key: without the key nothing of the person is left.
 *
 * @param person the key's id: random, tells nothing
 * @param sealed AES-256-GCM, base64 of nonce and ciphertext
 */
public record PersonalData(String person, String sealed) {
    public PersonalData {
        Texts.required("person", person);
        Texts.required("sealed text", sealed);
    }

    /** Never prints what could be collected from logs. */
    @Override
    public String toString() {
        return "PersonalData[" + person + "]";
    }
}
