import GRDB

extension Schema {
  /// Version 4: sessions of the war room among the registers.
  ///
  /// A check cannot be changed in place, so the table is written anew with its indexes; numbers stay, and so does the highest one given.
  static let fourth: @Sendable (Database) throws -> Void = { db in
    try db.execute(
      sql: """
        CREATE TABLE register_new (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          kind TEXT NOT NULL CHECK (kind IN ('account', 'risk', 'team', 'room')),
          subject TEXT NOT NULL COLLATE NOCASE,
          occurred INTEGER NOT NULL,
          recorded INTEGER NOT NULL,
          actor TEXT NOT NULL,
          why TEXT,
          source TEXT NOT NULL CHECK (source IN ('act', 'derived', 'imported')),
          fact TEXT NOT NULL
        ) STRICT;
        INSERT INTO register_new SELECT sequence, kind, subject, occurred, recorded, actor, why, source, fact FROM register;
        DELETE FROM sqlite_sequence WHERE name = 'register_new';
        INSERT INTO sqlite_sequence SELECT 'register_new', seq FROM sqlite_sequence WHERE name = 'register';
        DROP TABLE register;
        ALTER TABLE register_new RENAME TO register;
        CREATE INDEX register_by_subject ON register (kind, subject);
        CREATE INDEX register_but_scores ON register (kind, subject) WHERE substr(fact, 1, 9) <> '{"scored"';
        """)
  }
}
