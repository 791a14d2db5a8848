import Console
import EscalationDomain
import Screen
import Testing

@testable import SettingsFiles

@Suite struct SettingsFileTests {
  private static func read(_ text: String) throws -> SettingsFile { try SettingsFile(text, path: "config.yaml") }

  private static func failure(_ text: String) -> String {
    do {
      _ = try read(text)
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test func everySettingIsRead() throws {
    let file = try Self.read(
      """
      # mine
      store: ~/war/room.db
      actor: "Ann Lee"
      zone: Europe/Berlin
      zones: [America/New_York, Asia/Tokyo]
      playbook: response
      theme: light
      density: compact
      mouse: false
      blink: true
      message_command: mail-it
      editor: nano -w
      keys:
        acknowledge: [f7, a]
        theme: none
      """)
    #expect(Set(file.entries.keys) == Set(Setting.allCases))
    #expect(file.entries[.actor] == .init(text: "Ann Lee", line: 3))
    #expect(file.zones.map(\.id) == ["America/New_York", "Asia/Tokyo"])
    #expect(file.keymap.changes == [.acknowledge: [.function(7), .character("a")], .theme: []])
    #expect(file.entries[.keys]?.text == "acknowledge: f7 a; theme: none")
  }

  @Test(arguments: ["", "# nothing\n", "\n\n", "~\n", "zone:\n"]) func nothingIsNothing(text: String) throws {
    #expect(try Self.read(text).entries.isEmpty)
  }

  @Test(
    arguments: [
      ("zonee: Europe/Berlin", "config.yaml:1:1: unknown key \"zonee\"; did you mean \"zone\"?"),
      ("\nzone: Mars/Base", "config.yaml:2:7: zone: \"Mars/Base\" cannot be read; write an IANA time zone"),
      ("mouse: perhaps", "config.yaml:1:8: mouse: \"perhaps\" cannot be read; write true or false"),
      ("density: tight", "config.yaml:1:10: density: \"tight\" cannot be read; write normal or compact"),
      ("store: war.db", "config.yaml:1:8: store: \"war.db\" cannot be read; write a whole path"),
      ("zone: UTC\nzone: UTC", "the key \"zone\" stands here twice"),
      (
        "keys:\n  acknowlege: a",
        "config.yaml:2:3: keys: there is no command \"acknowlege\"; did you mean \"acknowledge\"?"
      ),
      ("keys:\n  note: hyper-x", "config.yaml:2:9: keys.note: \"hyper-x\" cannot be read; write a key"),
      ("keys:\n  note: ctrl-z", "ctrl-z cannot be given away"),
      (
        "keys:\n  theme: f7\n  note: a",
        "config.yaml:3:3: keys: a would mean both note and acknowledge (Board)"
      ),
      ("[a]", "expected a mapping"), ("zone: [", "this is not YAML"),
    ])
  func whatIsWrongIsSaidWithItsLine(text: String, sentence: String) {
    #expect(Self.failure(text).contains(sentence), "\(Self.failure(text))")
  }

  /// Every example of the template can be uncommented, and then means what it says.
  @Test func theTemplateReads() throws {
    let template = SettingsText.template
    #expect(try Self.read(template).entries.isEmpty)
    let lines = template.split(separator: "\n", omittingEmptySubsequences: false)
    let uncommented = lines.map {
      $0.hasPrefix("#") && (!$0.hasPrefix("# ") || $0.hasPrefix("#  ")) ? $0.dropFirst() : $0
    }
    #expect(Set(try Self.read(uncommented.joined(separator: "\n")).entries.keys) == Set(Setting.allCases))
  }

  @Test(
    arguments: [
      ("", "zone: Europe/Berlin\n"), ("# mine\nactor: x\n", "# mine\nactor: x\nzone: Europe/Berlin\n"),
      ("zone: UTC # here\nactor: x", "zone: Europe/Berlin\nactor: x\n"),
      ("#zone: UTC\n", "zone: Europe/Berlin\n"), ("keys:\n  note: f7\n", "keys:\n  note: f7\nzone: Europe/Berlin\n"),
    ]) func oneLineChanges(before: String, after: String)
  {
    #expect(SettingsText.setting(.zone, to: "Europe/Berlin", in: before) == after)
  }

  @Test func whatCannotBeChangedByALineIsLeftAlone() {
    #expect(SettingsText.setting(.actor, to: "Ann", in: "{actor: x}\n") == nil)
    #expect(SettingsText.setting(.actor, to: "Ann", in: "actor: >-\n  Bo\n  Chen\n") == nil)
  }
}

@Suite struct ChosenSettingsTests {
  private static func file() throws -> SettingsFile {
    try SettingsFile("theme: light\nstore: ~/a.db\neditor: nano\n", path: "/c.yaml")
  }

  @Test(
    arguments: [
      (.theme, "light", "/c.yaml:1"), (.store, "/home/ann/a.db", "/c.yaml:2"), (.actor, "bo", "--actor"),
      (.messageCommand, nil, "default"), (.editor, "vim", "$EDITOR"), (.zone, "UTC", "$WARROOM_ZONE"),
    ] as [(Setting, String?, String)])
  func anOptionBeforeAVariableBeforeTheFile(setting: Setting, value: String?, origin: String) throws {
    let chosen = ChosenSettings(
      flags: [.actor: "bo"],
      environment: [
        "HOME": "/home/ann", "WARROOM_ACTOR": "ann", "WARROOM_ZONE": "UTC", "EDITOR": "vim", "VISUAL": "",
        "WARROOM_THEME": "",
      ], file: try Self.file())
    #expect(chosen[setting].value == value)
    #expect(chosen[setting].origin.words == origin)
  }

  @Test func theConsoleIsToldWhatItNeeds() throws {
    let file = try SettingsFile(
      "density: compact\nmouse: false\nblink: true\nzones: [UTC]\nplaybook: care\n", path: "c")
    let settings = ChosenSettings(flags: [:], environment: [:], file: file).console
    #expect(
      settings.density == .compact && !settings.hasMouse && settings.blinks && settings.zones == [.utc]
        && settings.playbook == "care")
    let standard = ChosenSettings(flags: [:], environment: [:], file: SettingsFile(path: "c")).console
    #expect(standard == Settings())
  }

  @Test(
    arguments: [
      (nil, [:], "/home/ann/.config/warroom/config.yaml", false),
      (nil, ["XDG_CONFIG_HOME": "/x"], "/x/warroom/config.yaml", false),
      (nil, ["XDG_CONFIG_HOME": "x"], "/home/ann/.config/warroom/config.yaml", false),
      (nil, ["WARROOM_CONFIG": "/w.yaml"], "/w.yaml", true),
      ("/f.yaml", ["WARROOM_CONFIG": "/w.yaml"], "/f.yaml", true),
    ] as [(String?, [String: String], String, Bool)])
  func whereTheFileLies(asked: String?, environment: [String: String], file: String, isNamed: Bool) {
    let path = SettingsPath(asked: asked, environment: environment.merging(["HOME": "/home/ann"]) { $1 })
    #expect(path.file == file && path.isNamed == isNamed)
  }
}
