-- The journal itself.  Every table of this part only grows: the triggers refuse all else, also
-- INSERT OR REPLACE, which deletes without firing a delete trigger.

CREATE TABLE books (
    name TEXT NOT NULL
);
CREATE TABLE schema_versions (
    version INTEGER PRIMARY KEY
);
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    leaf BLOB NOT NULL,
    entry TEXT NOT NULL
);
CREATE INDEX entries_by_subject ON entries (subject);
CREATE INDEX entries_by_kind ON entries (kind);
CREATE TABLE nodes (
    level INTEGER NOT NULL,
    position INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (level, position)
) WITHOUT ROWID;
CREATE TABLE blobs (
    sha256 BLOB NOT NULL UNIQUE,
    content BLOB NOT NULL
);

CREATE TRIGGER books_insert BEFORE INSERT ON books
WHEN EXISTS (SELECT 1 FROM books)
BEGIN SELECT RAISE(ABORT, 'the books have a name already'); END;
CREATE TRIGGER books_update BEFORE UPDATE ON books
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER books_delete BEFORE DELETE ON books
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;

CREATE TRIGGER schema_versions_insert BEFORE INSERT ON schema_versions
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM schema_versions)
BEGIN SELECT RAISE(ABORT, 'schema versions follow each other'); END;
CREATE TRIGGER schema_versions_update BEFORE UPDATE ON schema_versions
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER schema_versions_delete BEFORE DELETE ON schema_versions
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;

CREATE TRIGGER entries_insert BEFORE INSERT ON entries
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entries)
BEGIN SELECT RAISE(ABORT, 'entries are numbered without gaps'); END;
CREATE TRIGGER entries_update BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER entries_delete BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;

CREATE TRIGGER nodes_insert BEFORE INSERT ON nodes
WHEN NEW.position IS NOT
    (SELECT coalesce(max(position), -1) + 1 FROM nodes WHERE level = NEW.level)
BEGIN SELECT RAISE(ABORT, 'nodes follow each other'); END;
CREATE TRIGGER nodes_update BEFORE UPDATE ON nodes
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER nodes_delete BEFORE DELETE ON nodes
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;

CREATE TRIGGER blobs_insert BEFORE INSERT ON blobs
WHEN EXISTS (SELECT 1 FROM blobs WHERE sha256 = NEW.sha256 OR rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'this document is kept already'); END;
CREATE TRIGGER blobs_update BEFORE UPDATE ON blobs
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER blobs_delete BEFORE DELETE ON blobs
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;

-- What is computed from the entries, and may be thrown away.

CREATE TABLE projection_definitions (
    name TEXT PRIMARY KEY,
    definition TEXT NOT NULL
);
