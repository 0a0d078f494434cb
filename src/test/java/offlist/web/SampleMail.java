package offlist.web;

import java.util.Optional;
import java.util.function.Function;
import offlist.alert.email.PlainMail;
import offlist.alert.email.Post.Handed;
import offlist.catalogue.CatalogueReader;
import offlist.delist.TaskDesk;
import offlist.draft.Drafts;
import offlist.draft.Requests;

/** Requests that nobody sends. */
final class SampleMail {
    private SampleMail() {}

    static Requests of(TaskDesk desk) {
        return of(desk, new SampleSetup(), Optional.empty());
    }

    /** @param relay that they go to */
    static Requests of(TaskDesk desk, Setup setup, Optional<Function<PlainMail, Handed>> relay) {
        return new Requests(desk, new Drafts(CatalogueReader::shipped, setup::removal), setup::removal, () -> relay);
    }
}
