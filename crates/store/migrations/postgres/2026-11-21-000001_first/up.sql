CREATE TABLE body (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created TEXT NOT NULL
);

-- The end of each body's chain of audit entries. Who changes something of a body changes this row:
-- that is what puts the writers of one body in line.
CREATE TABLE chain (
    body TEXT NOT NULL PRIMARY KEY REFERENCES body,
    number BIGINT NOT NULL,
    digest TEXT NOT NULL,
    last_id BIGINT NOT NULL
);

CREATE TABLE audit (
    body TEXT NOT NULL,
    number BIGINT NOT NULL,
    batch BIGINT NOT NULL,
    at TEXT NOT NULL,
    account BIGINT,
    author TEXT NOT NULL,
    action TEXT NOT NULL,
    plan BIGINT,
    record BIGINT,
    field TEXT,
    before TEXT,
    after TEXT,
    reason TEXT,
    previous TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (body, number)
);
CREATE INDEX audit_of_record ON audit (body, plan, record, number);

CREATE TABLE plan (
    body TEXT NOT NULL REFERENCES body,
    id BIGINT NOT NULL,
    title TEXT NOT NULL,
    year BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    last_record BIGINT NOT NULL,
    created TEXT NOT NULL,
    archived TEXT,
    PRIMARY KEY (body, id)
);

CREATE TABLE record (
    body TEXT NOT NULL,
    plan BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    position BIGINT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (body, plan, id),
    FOREIGN KEY (body, plan) REFERENCES plan
);

CREATE TABLE account (
    body TEXT NOT NULL REFERENCES body,
    id BIGINT NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    mail TEXT,
    password TEXT,
    language TEXT,
    disabled TEXT,
    locked_until TEXT,
    created TEXT NOT NULL,
    PRIMARY KEY (body, id),
    UNIQUE (body, login)
);

CREATE TABLE role_grant (
    body TEXT NOT NULL,
    id BIGINT NOT NULL,
    account BIGINT NOT NULL,
    role TEXT NOT NULL,
    unit TEXT NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    PRIMARY KEY (body, id),
    FOREIGN KEY (body, account) REFERENCES account
);
CREATE INDEX role_grant_of_account ON role_grant (body, account);

CREATE TABLE session (
    body TEXT NOT NULL,
    digest TEXT NOT NULL,
    account BIGINT NOT NULL,
    created TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    expires TEXT NOT NULL,
    idle_seconds BIGINT NOT NULL,
    PRIMARY KEY (body, digest),
    FOREIGN KEY (body, account) REFERENCES account
);
CREATE INDEX session_of_account ON session (body, account);

CREATE TABLE attempt (
    body TEXT NOT NULL REFERENCES body,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    failures BIGINT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    locked_until TEXT,
    PRIMARY KEY (body, kind, name)
);

CREATE TABLE campaign (
    body TEXT NOT NULL,
    id BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    checkpoint TEXT NOT NULL,
    due TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    opened_at TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    closed_at TEXT,
    closed_by TEXT,
    reopening_reason TEXT,
    PRIMARY KEY (body, id),
    FOREIGN KEY (body, plan) REFERENCES plan
);

CREATE TABLE entry (
    body TEXT NOT NULL,
    campaign BIGINT NOT NULL,
    record BIGINT NOT NULL,
    owner TEXT NOT NULL,
    assignee BIGINT,
    step TEXT NOT NULL CHECK (step IN ('due', 'entered', 'sent', 'confirmed', 'returned')),
    comment TEXT,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    PRIMARY KEY (body, campaign, record),
    FOREIGN KEY (body, campaign) REFERENCES campaign,
    FOREIGN KEY (body, assignee) REFERENCES account
);
CREATE INDEX entry_of_assignee ON entry (body, assignee);

CREATE TABLE evidence (
    body TEXT NOT NULL,
    id BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    record BIGINT NOT NULL,
    period TEXT NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    digest TEXT NOT NULL,
    content BYTEA NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    removed TEXT,
    PRIMARY KEY (body, id),
    FOREIGN KEY (body, plan) REFERENCES plan
);
CREATE INDEX evidence_of_record ON evidence (body, plan, record);

CREATE TABLE remark (
    body TEXT NOT NULL,
    id BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    record BIGINT,
    account BIGINT,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (body, id),
    FOREIGN KEY (body, plan) REFERENCES plan
);
CREATE INDEX remark_of_record ON remark (body, plan, record);

CREATE TABLE document (
    body TEXT NOT NULL,
    id BIGINT NOT NULL,
    plan BIGINT NOT NULL,
    kind TEXT NOT NULL,
    format TEXT NOT NULL,
    at_date TEXT NOT NULL,
    revision BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,
    author TEXT NOT NULL,
    created TEXT NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (body, id),
    FOREIGN KEY (body, plan) REFERENCES plan
);
CREATE INDEX document_of_plan ON document (body, plan);

CREATE TABLE draft_text (
    body TEXT NOT NULL,
    account BIGINT NOT NULL,
    page TEXT NOT NULL,
    content TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (body, account, page),
    FOREIGN KEY (body, account) REFERENCES account
);

CREATE TABLE sent_mail (
    body TEXT NOT NULL REFERENCES body,
    id BIGINT NOT NULL,
    account BIGINT,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    cause TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (body, id)
);

CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit entries are never changed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER audit_is_not_updated BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_refuses();
CREATE TRIGGER audit_is_not_truncated BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses();
