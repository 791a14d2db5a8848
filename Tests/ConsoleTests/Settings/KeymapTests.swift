import EscalationDomain
import Screen
import Testing

@testable import Console

/// Keys that a person changed.
@Suite struct KeymapTests {
  private static func problem(_ changes: [ConsoleCommand.ID: [Key]]) -> KeymapProblem? {
    do {
      _ = try Keymap(changes)
      return nil
    } catch {
      return error
    }
  }

  private static func scene(_ changes: [ConsoleCommand.ID: [Key]]) throws -> Scene {
    var settings = Settings()
    settings.keymap = try Keymap(changes)
    return Scene(try Fixture.store(), settings: settings)
  }

  @Test func everyCommandHasANameThatReadsBack() {
    for id in ConsoleCommand.ID.allCases { #expect(ConsoleCommand.ID(configName: id.configName) == id) }
    #expect(ConsoleCommand.ID.halfPageDown.configName == "half-page-down")
    #expect(ConsoleCommand.ID(configName: "halfPageDown") == nil)
  }

  /// The table's own keys, written out in whole, change nothing and clash with nothing.
  @Test(arguments: ConsoleCommand.ID.allCases) func writingTheUsualKeysChangesNothing(id: ConsoleCommand.ID) throws {
    let keys = ConsoleCommand.all.filter { $0.id == id }.flatMap(\.keys)
    let keymap = try Keymap([id: keys.filter { $0 != .control("z") }])
    for command in ConsoleCommand.all where command.id == id {
      for scope in command.scopes { #expect(Set(keymap.keys(of: command, in: scope)) == Set(command.keys)) }
    }
  }

  @Test func aNewKeyWorksAndTheOldOneDoesNot() throws {
    let console = try Self.scene([.note: [.function(7)], .theme: []])
    console.press("n")
    #expect(console.model.overlay == nil)
    console.press("f7")
    guard case .form(let form) = console.model.overlay else { throw Missing() }
    #expect(form.kind == .note)
    console.press("esc", "t")
    #expect(console.requests.isEmpty)
  }

  @Test func footerHelpAndQuestionsNameTheNewKeys() throws {
    let console = try Self.scene([.acknowledge: [.control("a")], .confirm: [.character("Y")], .theme: []])
    #expect(console.text.contains("ctrl-a ack"))
    console.press("?", "text:first response")
    #expect(console.text.contains("  ctrl-a "))
    console.press("esc", "esc", "j", "j", "U")
    #expect(console.text.contains("Y  take it back"))
    #expect(!console.text.contains("y  take it back"))
  }

  @Test(
    arguments: [
      ([.note: [.character("a")]], .clash(.note, with: .acknowledge, .character("a"), in: .board)),
      // Pausing and resuming take turns; a third one does not.
      ([.theme: [.character("p")]], .clash(.theme, with: .pause, .character("p"), in: .board)),
      ([.help: [.control("c")]], .clash(.help, with: .quit, .control("c"), in: .board)),
      ([.submit: [.escape]], .clash(.submit, with: .leaveForm, .escape, in: .form)),
      ([.submit: [.character("s")]], .types(.submit, .character("s"))),
      ([.leaveForm: [.control("w")]], .types(.leaveForm, .control("w"))),
    ] as [([ConsoleCommand.ID: [Key]], KeymapProblem)])
  func whatCannotBeIsSaid(changes: [ConsoleCommand.ID: [Key]], problem: KeymapProblem) {
    #expect(Self.problem(changes) == problem)
  }

  @Test(
    arguments: [
      [.note: [.character("a")], .acknowledge: [.character("n")]], [.pause: [.function(7)], .resume: [.function(7)]],
      [.down: [.character("e"), .down], .nextField: [.tab]], [.quit: [.character("~")]],
    ] as [[ConsoleCommand.ID: [Key]]])
  func keysCanBeSwappedAndShared(changes: [ConsoleCommand.ID: [Key]]) {
    // A key that `down` takes from a command of another place clashes there, and nowhere else.
    if changes[.down] != nil {
      #expect(Self.problem(changes) == .clash(.down, with: .changePerson, .character("e"), in: .escalation))
    } else if changes[.pause] != nil {
      #expect(Self.problem(changes) == nil)
    } else {
      #expect(Self.problem(changes) == nil)
    }
  }

  @Test func whereOneTypesLettersStayLetters() throws {
    let console = try Self.scene([.down: [.character("~")], .first: [.character("@")]])
    console.press("?", "text:~@")
    guard case .help(let panel) = console.model.overlay else { throw Missing() }
    #expect(panel.filter.text == "~@")
    let down = try #require(ConsoleCommand.all.first { $0.id == .down && $0.scopes.contains(.help) })
    #expect(console.model.settings.keymap.keys(of: down, in: .help) == [.down])
  }

  /// Whatever is taken away, ctrl-c and esc lead out of every place.
  @Test func nobodyIsLockedIn() throws {
    let all = Dictionary(uniqueKeysWithValues: ConsoleCommand.ID.allCases.map { ($0, [Key]()) })
    let keymap = try Keymap(all)
    for scope in ConsoleCommand.Scope.allCases {
      #expect(!keymap.meant(by: .control("c"), in: scope).isEmpty, "\(scope)")
      guard !ConsoleCommand.places.contains(scope) else { continue }
      #expect(!keymap.meant(by: .escape, in: scope).isEmpty, "\(scope)")
    }
    var settings = Settings()
    settings.keymap = keymap
    let console = Scene(try Fixture.store(), settings: settings)
    #expect(Golden.fits(console.text, console.model.size))
    console.press("ctrl-c")
    #expect(console.requests == [.quit])
  }

  @Test func settingsThatAreReadAnewTakeTheirPlaceAndSaySo() throws {
    let console = Scene(try Fixture.store())
    var settings = Settings()
    settings.keymap = try Keymap([.note: [.function(7)]])
    console.send(.settingsChanged(settings))
    #expect(console.text.contains("settings read anew"))
    #expect(console.model.settings == settings)
    console.send(.settingsRefused("config.yaml:3:1: unknown key"))
    #expect(console.model.settings == settings)
    #expect(console.text.contains("config.yaml:3:1: unknown key; the old settings stay"))
  }
}
