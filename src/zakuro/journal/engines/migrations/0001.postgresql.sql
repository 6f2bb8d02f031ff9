-- The journal itself, owned by the owner role.  The writer role may insert and select, no more;
-- the triggers stop the owner from changing a row by mistake.

CREATE TABLE zakuro_journal.books (
    name text NOT NULL
);
CREATE UNIQUE INDEX books_one ON zakuro_journal.books ((true));
CREATE TABLE zakuro_journal.schema_versions (
    version integer PRIMARY KEY
);
CREATE TABLE zakuro_journal.entries (
    number bigint PRIMARY KEY,
    kind text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    leaf bytea NOT NULL,
    entry text NOT NULL
);
CREATE INDEX entries_by_subject ON zakuro_journal.entries (subject, number);
CREATE INDEX entries_by_kind ON zakuro_journal.entries (kind, number);
CREATE TABLE zakuro_journal.nodes (
    level integer NOT NULL,
    position bigint NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (level, position)
);
CREATE TABLE zakuro_journal.blobs (
    sha256 bytea PRIMARY KEY,
    content bytea NOT NULL
);

CREATE FUNCTION zakuro_journal.refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the journal only grows'; END $$;

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON zakuro_journal.books
FOR EACH STATEMENT EXECUTE FUNCTION zakuro_journal.refuse();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON zakuro_journal.schema_versions
FOR EACH STATEMENT EXECUTE FUNCTION zakuro_journal.refuse();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON zakuro_journal.entries
FOR EACH STATEMENT EXECUTE FUNCTION zakuro_journal.refuse();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON zakuro_journal.nodes
FOR EACH STATEMENT EXECUTE FUNCTION zakuro_journal.refuse();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON zakuro_journal.blobs
FOR EACH STATEMENT EXECUTE FUNCTION zakuro_journal.refuse();

-- What is computed from the entries, and may be thrown away: the writer role owns this schema.

CREATE TABLE zakuro_projections.definitions (
    name text COLLATE "C" PRIMARY KEY,
    definition text NOT NULL
);
