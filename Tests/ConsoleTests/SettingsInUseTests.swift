import EscalationDomain
import Screen
import Testing

@testable import Console

/// What is set is done: zones, the mouse, density; and what was switched by key stays so for the run.
@Suite struct SettingsInUseTests {
  private var tokyo: Zone { Fixture.zone("Asia/Tokyo") }

  private func settings(_ change: (inout Settings) -> Void) -> Settings {
    var settings = Settings()
    change(&settings)
    return settings
  }

  @Test func `further zones join the walls of a deadline, each time once`() {
    func words(_ further: [Zone]) -> [String] {
      ZoneTimes.words(Fixture.now, mine: Fixture.berlin, account: Fixture.berlin, further: further, now: Fixture.now)
        .components(separatedBy: " · ")
    }
    #expect(words([]).count == 2)
    #expect(words([tokyo]).count == 3)
    #expect(words([tokyo, .utc, Fixture.berlin, tokyo]).count == 3)
    #expect(words([tokyo])[1] == "22:05 \(tokyo.shortName)", "\(words([tokyo]))")
  }

  @Test func `they show in preview, details, explanation and among the clocks`() throws {
    let console = Scene(
      try Fixture.store(), size: Size(columns: 200, rows: 60), settings: settings { $0.zones = [tokyo] })
    let name = tokyo.shortName
    #expect(console.text.contains(" \(name)"), "in the preview\n\(console.text)")
    console.press("x")
    #expect(console.text.contains(" \(name)"), "in the explanation")
    console.press("esc", "enter")
    #expect(console.text.contains(name), "among the clocks\n\(console.text)")
    let bare = Scene(try Fixture.store(), size: Size(columns: 200, rows: 60))
    bare.press("enter")
    #expect(!bare.text.contains(" \(name)"))
  }

  @Test func `the mouse is as it is set, also while it runs, until it is switched by key`() throws {
    let off = settings { $0.hasMouse = false }
    let console = Scene(try Fixture.store(), settings: off)
    #expect(!console.model.hasMouse)
    console.send(.settingsChanged(Settings()))
    #expect(console.model.hasMouse)
    #expect(console.requests.last == .useMouse(true))
    console.press("!")
    #expect(!console.model.hasMouse)
    let asked = console.requests.count
    console.send(.settingsChanged(off))
    console.send(.settingsChanged(Settings()))
    #expect(!console.model.hasMouse, "the key counts")
    #expect(!console.requests.dropFirst(asked).contains { if case .useMouse = $0 { true } else { false } })
  }

  @Test func `a mouse that was taken by key against the settings is kept so`() throws {
    let off = settings { $0.hasMouse = false }
    let console = Scene(try Fixture.store(), settings: off, desk: Desk())
    console.press("!")
    #expect(console.model.desk.leavesMouse == false)
    let next = Scene(try Fixture.store(), settings: off, desk: console.model.desk)
    #expect(next.model.hasMouse)
    #expect(next.requests.contains(.useMouse(true)))
    next.press("!")
    #expect(next.model.desk.leavesMouse == nil, "as it is set: nothing to keep")
  }

  @Test func `density follows the settings until it is switched by key`() throws {
    let console = Scene(try Fixture.store())
    console.send(.settingsChanged(settings { $0.density = .compact }))
    #expect(console.model.density == .compact)
    console.press("=")
    #expect(console.model.density == .normal)
    console.send(.settingsChanged(Settings()))
    console.send(.settingsChanged(settings { $0.density = .compact }))
    #expect(console.model.density == .normal, "the key counts")
  }

  @Test(arguments: ["80x24", "120x40", "200x60"].compactMap { Size(text: $0) })
  func `a clock of a milestone says by when in words`(size: Size) throws {
    let console = Scene(try Fixture.planStore(), size: size)
    console.press("enter")
    #expect(!console.text.contains("2026-03-04T16"), "\(console.text)")
    if size.columns >= 120 { #expect(console.text.contains("by Wed 17:00"), "\(console.text)") }
  }
}
