import GRDB

extension Schema {
  /// Version 1. Instants are whole seconds since 1970 UTC, dates days since 1970-01-01, money minor units.
  static let first: @Sendable (Database) throws -> Void = { db in
    try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
    try db.execute(sql: head + policy + log + board)
  }

  private static let head = """
    CREATE TABLE head (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      next_id INTEGER NOT NULL
    ) STRICT;
    INSERT INTO head VALUES (1, 1);
    -- A batch that an import has written and not yet made visible.
    CREATE TABLE staging (
      batch INTEGER PRIMARY KEY AUTOINCREMENT,
      source TEXT NOT NULL,
      started INTEGER NOT NULL
    ) STRICT;
    """

  private static let policy = """
    CREATE TABLE policy (
      edition INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('playbook', 'calendar', 'default-calendar')),
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      text TEXT NOT NULL,
      installed INTEGER NOT NULL,
      actor TEXT NOT NULL,
      PRIMARY KEY (edition, kind, id)
    ) STRICT;
    """

  private static let log = """
    CREATE TABLE escalation (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL COLLATE NOCASE UNIQUE,
      batch INTEGER NOT NULL,
      title TEXT NOT NULL,
      account TEXT NOT NULL,
      playbook TEXT NOT NULL,
      severity TEXT, level TEXT, stage TEXT,
      band INTEGER NOT NULL,
      status TEXT NOT NULL,
      owner TEXT,
      arr INTEGER, currency TEXT,
      renewal INTEGER,
      opened INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      ended INTEGER,
      paused_until INTEGER,
      -- From when on its projections hold, and the instant they were worked out for.
      valid_from INTEGER NOT NULL,
      projected_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX escalation_by_valid_from ON escalation (valid_from);
    CREATE INDEX escalation_by_account ON escalation (account, changed);
    CREATE INDEX escalation_by_batch ON escalation (batch) WHERE batch <> 0;
    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      escalation INTEGER NOT NULL REFERENCES escalation (key),
      occurred INTEGER NOT NULL,
      recorded INTEGER NOT NULL,
      actor TEXT NOT NULL,
      why TEXT,
      source TEXT NOT NULL CHECK (source IN ('act', 'derived', 'imported')),
      fact TEXT NOT NULL
    ) STRICT;
    CREATE INDEX event_by_escalation ON event (escalation);
    """

  private static let clockColumns = """
      terms INTEGER REFERENCES terms (number),
      cycle INTEGER, started INTEGER, counts_from INTEGER, due INTEGER, opens INTEGER, waiting TEXT,
      paused_since INTEGER, remaining INTEGER,
      breach INTEGER, breach_kind INTEGER, breach_deadline INTEGER,
      paused_total INTEGER, paused_lost INTEGER, promised INTEGER
    """

  private static let board = """
    -- What the clocks of a rule share, under one edition.
    CREATE TABLE terms (
      number INTEGER PRIMARY KEY,
      rule TEXT NOT NULL, label TEXT NOT NULL, target TEXT NOT NULL,
      elapses INTEGER NOT NULL, pausable INTEGER NOT NULL, warnings TEXT NOT NULL,
      calendar TEXT NOT NULL, calendar_version INTEGER NOT NULL,
      policy_version INTEGER NOT NULL, edition INTEGER NOT NULL,
      UNIQUE (rule, label, target, elapses, pausable, warnings, calendar, calendar_version, policy_version, edition)
    ) STRICT;
    -- One row an open escalation: what the start-up path reads.
    CREATE TABLE board (
      escalation INTEGER PRIMARY KEY REFERENCES escalation (key),
      batch INTEGER NOT NULL,
      valid_from INTEGER NOT NULL,
      next_change INTEGER,
      id TEXT NOT NULL, title TEXT NOT NULL, account TEXT NOT NULL, playbook TEXT NOT NULL,
      severity TEXT, level TEXT, stage TEXT, band INTEGER NOT NULL, status TEXT NOT NULL, owner TEXT,
      arr INTEGER, currency TEXT, renewal INTEGER, opened INTEGER NOT NULL, changed INTEGER NOT NULL,
      paused_until INTEGER, open_clocks INTEGER NOT NULL, stale_after INTEGER,
    \(clockColumns)
    ) STRICT;
    CREATE INDEX board_by_next_change ON board (next_change);
    -- Every open clock, those that outlive closing included.
    CREATE TABLE clock (
      escalation INTEGER NOT NULL REFERENCES escalation (key),
    \(clockColumns),
      PRIMARY KEY (escalation, terms, cycle)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX clock_by_due ON clock (due);
    """
}
