package offlist.web;

import java.util.Optional;
import offlist.catalogue.CatalogueReader;
import offlist.delist.TaskDesk;
import offlist.draft.Drafts;
import offlist.draft.Requests;

/** Requests that nobody sends. */
final class SampleMail {
    private SampleMail() {}

    static Requests of(TaskDesk desk) {
        Setup setup = new SampleSetup();
        return new Requests(
                desk, new Drafts(CatalogueReader::shipped, setup::removal), setup::removal, Optional::empty);
    }
}
