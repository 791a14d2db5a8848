import EscalationDomain
import Screen
import Testing

@testable import Console

/// When a console must look at the clock again.
@Suite struct TimeTests {
  private func cycle(due: Instant) -> ClockCycle {
    ClockCycle(
      rule: "r", label: "R", cycle: 1, target: .elapsed(seconds: 7200), started: due + -7200, countsFrom: due + -7200,
      due: .at(due), phase: .running, breach: nil, pauses: [], slots: nil, elapses: false, pausable: false,
      warnings: .standard, calendar: "eu", calendarVersion: 1, policyVersion: 1, edition: 1, promised: nil)
  }

  /// Seconds before the deadline, and after how many the countdown reads differently.
  static let cases: [(remaining: Int64, step: Int64)] = [
    (3 * 86_400, 1), (3 * 86_400 + 59, 60), (86_400, 1), (7200, 1), (7199, 60), (3660, 1), (3601, 2), (3600, 1),
    (3599, 1), (60, 1), (0, 1), (-1, 1), (-3599, 1), (-3600, 60), (-3661, 59), (-86_400, 3600),
  ]

  @Test(arguments: cases) func theNextFaceIsTheFirstThatDiffers(_ value: (remaining: Int64, step: Int64)) throws {
    let clock = cycle(due: Fixture.now + value.remaining)
    #expect(clock.nextFace(after: Fixture.now) == Fixture.now + value.step)
    #expect(clock.showsSeconds(at: Fixture.now) == (abs(value.remaining) < 3600))
    func text(_ now: Instant) -> String { DurationText.countdown(clock.remaining(at: now) ?? 0) }
    #expect(text(Fixture.now + (value.step - 1)) == text(Fixture.now))
    #expect(text(Fixture.now + value.step) != text(Fixture.now))
  }

  @Test func aConsoleSleepsAMinuteWhereNoSecondsShow() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:lucerne", "enter")
    // Half a minute before the board's totals change, nothing else does.
    #expect(console.model.nextWake(after: Fixture.now) <= Fixture.now + 60)
    #expect(console.model.nextWake(after: Fixture.now) > Fixture.now + 1)
  }

  @Test func secondsWakeIt() throws {
    let console = Scene(try Fixture.store())
    #expect(console.model.nextWake(after: Fixture.now) == Fixture.now + 1)
  }

  /// Between wake-ups nothing changes: the frame at each second is the frame of the last wake-up.
  @Test func nothingShowsBetweenWakes() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 100, rows: 20))
    console.press("/", "text:lucerne", "enter")
    var asleep = console.model
    var wake = asleep.nextWake(after: asleep.now)
    for second in 1...400 {
      let now = Fixture.now + Int64(second)
      var awake = console.model
      _ = update(&awake, .tick(now))
      if now >= wake {
        _ = update(&asleep, .tick(now))
        wake = asleep.nextWake(after: now)
      }
      #expect(view(awake, size: awake.size) == view(asleep, size: asleep.size), "second \(second)")
    }
  }

  /// A colour costs a terminal twenty bytes, a digit one. The selected row keeps its ground from end to end.
  @Test(arguments: [[], ["down"], ["down", "enter"]])
  func aSecondChangesDigits(keys: [String]) throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 120, rows: 40))
    for key in keys { console.press(key) }
    func frame(_ now: Instant) -> Frame {
      var model = console.model
      _ = update(&model, .tick(now))
      return view(model, size: model.size)
    }
    // Behind the turn of a minute.
    let (before, after) = (frame(Fixture.now + 2), frame(Fixture.now + 3))
    let changed = after.changes(from: before)
    #expect(!changed.isEmpty)
    for run in changed {
      for column in run.columns {
        let style = after[Point(column: column, row: run.row)].style
        // The minutes before the seconds.
        let minutes = after[Point(column: column - 3, row: run.row)].style
        #expect(style == Style(.seconds, on: minutes.ground))
      }
    }
  }

  @Test func toastsGoByThemselves() throws {
    let console = Scene(try Fixture.store())
    console.press("n", "text:x", "enter")
    #expect(!console.model.toasts.isEmpty)
    console.wait(7)
    #expect(console.model.toasts.isEmpty)
  }

  @Test func aDeadlineThatPassesTurnsUpwards() throws {
    let console = Scene(try Fixture.store())
    #expect(console.text.contains("02:30"))
    console.wait(150)
    #expect(console.text.contains("00:00"))
    console.wait(1)
    #expect(console.text.contains("+00:01"))
    #expect(console.text.contains("3 breached"))
  }
}
