import GRDB

extension Schema {
  /// Version 2: the registers, and what is projected from them. Names of accounts are one whatever their case.
  static let second: @Sendable (Database) throws -> Void = { db in
    try db.execute(sql: registers + projections + lookups)
  }

  private static let registers = """
    CREATE TABLE register (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('account', 'risk', 'team')),
      subject TEXT NOT NULL COLLATE NOCASE,
      occurred INTEGER NOT NULL,
      recorded INTEGER NOT NULL,
      actor TEXT NOT NULL,
      why TEXT,
      source TEXT NOT NULL CHECK (source IN ('act', 'derived', 'imported')),
      fact TEXT NOT NULL
    ) STRICT;
    CREATE INDEX register_by_subject ON register (kind, subject);
    """

  private static let projections = """
    -- The score that counts for each date of an account.
    CREATE TABLE score (
      account TEXT NOT NULL COLLATE NOCASE,
      day INTEGER NOT NULL,
      composite INTEGER NOT NULL,
      dimensions TEXT NOT NULL,
      -- Of the entry that says so.
      occurred INTEGER NOT NULL,
      recorded INTEGER NOT NULL,
      PRIMARY KEY (account, day)
    ) STRICT, WITHOUT ROWID;
    -- The Risk Register as it stands.
    CREATE TABLE risk (
      id TEXT PRIMARY KEY COLLATE NOCASE,
      -- From when on the row holds.
      valid_from INTEGER NOT NULL,
      title TEXT NOT NULL,
      account TEXT NOT NULL COLLATE NOCASE,
      category TEXT,
      status TEXT NOT NULL CHECK (status IN ('open', 'promoted', 'closed')),
      likelihood INTEGER NOT NULL,
      impact INTEGER NOT NULL,
      residual INTEGER,
      owner TEXT,
      next_review INTEGER,
      arr INTEGER, currency TEXT,
      escalation TEXT
    ) STRICT, WITHOUT ROWID;
    """

  private static let lookups = """
    -- What is known of an account beside its scores, which are many.
    CREATE INDEX register_but_scores ON register (kind, subject) WHERE substr(fact, 1, 9) <> '{"scored"';
    -- An account's escalations, whatever the case of its name.
    CREATE INDEX escalation_by_customer ON escalation (account COLLATE NOCASE, status, ended);
    """
}
