import Testing

@testable import SettingsFiles

/// One wrong line must not take the others along.
@Suite struct SettingsSalvageTests {
  static let cases: [(text: String, kept: Set<Setting>, problem: String?, doubtful: Set<Setting>)] = [
    ("zone: UTC\ntheme: light\n", [.zone, .theme], nil, []),
    ("zone: UTC\nbogus: 1\ntheme: light\n", [.zone, .theme], "c.yaml:2:1: unknown key \"bogus\"", []),
    ("# mine\n\nmouse: perhaps\nzone: UTC\n", [.zone], "c.yaml:3:8: mouse:", [.mouse]),
    ("zone: UTC\nzones: [UTC,\n  Asia/Tokyo\nactor: Ann\n", [.zone, .actor], "c.yaml:", [.zones]),
    ("stor: /tmp/a.db\nzone: UTC\n", [.zone], "did you mean \"store\"", [.store]),
    ("store: war.db\n", [], "c.yaml:1:8: store:", [.store]),
    ("zone: UTC\nzone: Asia/Tokyo\n", [.zone], "stands here twice", [.zone]),
    ("{zone: UTC, bogus: 1}\n", [], "unknown key \"bogus\"", Set(Setting.allCases)),
    (
      "keys:\n  note: a\n  sort: [f7]\n  nonsense: b\nzone: UTC\n", [.keys, .zone], "c.yaml:2:3: keys: a would mean",
      [.keys]
    ),
    ("just words\n", [], "c.yaml:1", Set(Setting.allCases)),
  ]

  @Test(arguments: cases.indices) func whatIsGoodCounts(index: Int) {
    let row = Self.cases[index]
    let read = SettingsSalvage(row.text, path: "c.yaml")
    #expect(Set(read.file.entries.keys) == row.kept)
    #expect(read.doubtful == row.doubtful)
    guard let problem = row.problem else {
      #expect(read.problems.isEmpty)
      return
    }
    #expect(read.problems.first.map { "\($0)".contains(problem) } ?? false, "\(read.problems)")
  }

  @Test func ofKeysEachCommandCounts() {
    let read = SettingsSalvage("keys:\n  note: a\n  sort: [f7]\n  nonsense: b\n", path: "c.yaml")
    #expect(read.file.keymap.changes == [.sort: [.function(7)]])
    #expect(read.problems.count == 2)
  }
}
