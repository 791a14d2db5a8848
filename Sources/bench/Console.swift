import Foundation

/// A program that fills a terminal, and what a person feels of it.
struct Console {
  let program: Program
  var rows: UInt16 = 40
  /// What is on its first full screen, in the last line above all.
  let screen: () throws -> [String]

  struct Start {
    var time: Duration
    /// What all its threads used of it.
    var cpu: Duration
  }

  /// From its start until its first screen is whole.
  func start() throws -> Start {
    let texts = try screen()
    let run = try TerminalRun(program, columns: 120, rows: rows)
    defer { run.quit() }
    let time = try run.wait(for: texts, atMost: .seconds(30)) - run.started
    return Start(time: time, cpu: try ProcessFigures(run.pid).cpu)
  }

  /// What it does while nobody touches it.
  struct Rest {
    /// Percent of one core.
    var cpu: Double
    /// A second.
    var bytes: Double
    /// A second.
    var wakes: Double
  }

  struct Use {
    var keys = Samples()
    /// Escapes that close the help.
    var escapes = Samples()
    var unanswered = 0
    var rest: Rest
    /// Megabytes.
    var resident: Double
  }

  /// Lets it rest, then runs down and up its rows, then opens and closes its help.
  func use(idle: Duration, keys: Int = 200) throws -> Use {
    let texts = try screen()
    let run = try TerminalRun(program, columns: 120, rows: rows)
    defer { run.quit() }
    _ = try run.wait(for: texts, atMost: .seconds(30))
    _ = try run.listen(for: .seconds(1))
    let before = try ProcessFigures(run.pid)
    let bytes = try run.listen(for: idle)
    let after = try ProcessFigures(run.pid)
    var use = Use(
      rest: Rest(
        cpu: 100 * ((after.cpu - before.cpu) / idle), bytes: Double(bytes) / idle.inSeconds,
        wakes: Double(after.wakes(since: before)) / idle.inSeconds),
      resident: Double(after.resident) / 1e6)
    for number in 0..<keys {
      let isDown = number / 50 % 2 == 0
      if let answer = try run.press(isDown ? "\u{1B}[B" : "\u{1B}[A") {
        use.keys.add(answer)
      } else {
        use.unanswered += 1
      }
    }
    for _ in 0..<(keys / 4) {
      _ = try run.press("?")
      if let answer = try run.press("\u{1B}") {
        use.escapes.add(answer)
      } else {
        use.unanswered += 1
      }
    }
    if keys > 0 { use.resident = Double(try ProcessFigures(run.pid).resident) / 1e6 }
    return use
  }
}

/// Processes that only sleep, for programs that show processes.
struct Company {
  private let members: [pid_t]

  init(count: Int) throws {
    guard let sleep = Program.find("sleep") else {
      members = []
      return
    }
    let program = Program(path: sleep, arguments: ["600"], environment: [:])
    members = try (0..<count).map { _ in try program.start([]) }
  }

  func leave() {
    for pid in members {
      kill(pid, SIGKILL)
      _ = try? Ended(pid)
    }
  }
}
