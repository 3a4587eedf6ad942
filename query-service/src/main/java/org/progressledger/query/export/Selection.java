package org.progressledger.query.export;

import java.io.IOException;
import java.util.Set;
import org.progressledger.query.projection.KeptProjects.KeptProject;
import org.progressledger.query.projection.KeptProjects.Lists;
import org.progressledger.query.projection.KeptProjects.Visitor;

/** The projects of a file, as the asker may see them; may be gone through more than once. */
interface Selection {

    /** @param lists what is read of each project beside its status */
    void each(Set<Lists> lists, Visitor<IOException> visitor) throws IOException;

    /** One project that was read already. */
    static Selection of(KeptProject one) {
        return (lists, visitor) -> visitor.visit(one);
    }
}
