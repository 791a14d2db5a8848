import Foundation
import Testing

/// The settings file through the built binary.
@Suite struct SettingsTests {
  private static func config(_ program: Program) throws -> String {
    let folder = program.folder.appendingPathComponent(".config/warroom")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent("config.yaml").path
  }

  private static func write(_ text: String, _ program: Program) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: try config(program)))
  }

  @Test func eachSettingSaysWhereItComesFrom() throws {
    try withProgram { program in
      try Self.write("zone: Europe/Berlin\neditor: nano\n", program)
      let all = try #require(try program.json("config", "--json") as? [String: [String: Any]])
      func from(_ name: String) -> String? { all[name]?["from"] as? String }
      #expect(from("zone") == "\(try Self.config(program)):1")
      #expect(from("store") == "--store")
      #expect(from("actor") == "$WARROOM_ACTOR")
      #expect(from("theme") == "default")
      #expect(try program("config", "editor").out == "nano\n")
      #expect(try program("config", "editor", environment: ["EDITOR": "ed"]).out == "ed\n")
      #expect(try program("config", "zone", "--zone", "UTC").out == "UTC\n")
    }
  }

  @Test(
    arguments: [
      ("zone: Mars/Base\n", ["list"], 0, ":1:7: zone: \"Mars/Base\" cannot be read"),
      ("zone: Mars/Base\n", ["open", "x", "--account", "Acme", "--severity", "S1"], 78, ":1:7: zone: \"Mars/Base\""),
      ("\ncolour: red\n", ["list"], 0, ":2:1: unknown key \"colour\""),
      ("\ncolour: red\n", ["config"], 78, ":2:1: unknown key \"colour\""),
      ("theme: dusk\n", ["board", "--once"], 0, ":1: there is no theme “dusk”"),
      ("keys:\n  note: a\n", ["board", "--once"], 0, ":2:3: keys: a would mean both note and acknowledge"),
      ("", ["config", "colour"], 64, "there is no setting “colour”"),
      ("", ["list", "--config", "/nowhere.yaml"], 78, "/nowhere.yaml is not there; warroom config --init"),
      ("", ["config", "--init"], 69, "is there already; nothing was written"),
      ("", ["setup"], 64, "setup asks on a terminal"),
    ])
  func mistakesAreOneLine(text: String, arguments: [String], status: Int32, sentence: String) throws {
    try withProgram { program in
      _ = try program("init")
      try Self.write(text, program)
      let run = try program.run(arguments)
      #expect(run.status == status)
      #expect(run.err.contains(sentence) && run.err.split(separator: "\n").count == 1, "\(run.err)")
    }
  }

  /// What a console would not start with is told in the same words, and all the rest is shown.
  @Test func configTellsWhatIsWrongAndShowsTheRest() throws {
    try withProgram { program in
      try Self.write("theme: dusk\nzone: Mars/Base\neditor: nano\n", program)
      let file = try Self.config(program)
      let zone = "warroom: \(file):2:7: zone: \"Mars/Base\" cannot be read"
      let theme = "warroom: \(file):1: there is no theme “dusk”"
      let all = try program("config")
      #expect(all.status == 78)
      #expect(all.lines.contains { $0.hasPrefix("theme ") && $0.contains("dusk") && $0.hasSuffix("\(file):1") })
      #expect(all.lines.contains { $0.hasPrefix("editor ") && $0.contains("nano") })
      let told = all.err.split(separator: "\n")
      #expect(told.count == 2 && told[0].hasPrefix(zone) && told[1].hasPrefix(theme), "\(all.err)")
      #expect(try program("board", "--once").err.hasPrefix(zone))
      try Self.write("theme: dusk\n", program)
      _ = try program("init")
      #expect(try program("board", "--once").err == "\(try program("config").err)")
      let one = try program("config", "theme", "--json")
      #expect(one.status == 78 && one.out.contains("there is no theme “dusk”"))
      #expect(try program("config", "editor").status == 0)
      try Self.write("editor: ed\n", program)
      let variable = try program("config", environment: ["WARROOM_THEME": "dusk"])
      #expect(variable.status == 78 && variable.err.hasPrefix("warroom: $WARROOM_THEME: there is no theme “dusk”"))
      #expect(try program("config").status == 0)
    }
  }

  /// The store that is named cannot be read, so none is opened in its place.
  @Test func aStoreInDoubtIsNotReplaced() throws {
    try withProgram { program in
      try Self.write("stor: /tmp/other.db\n", program)
      let status = try Spawn.run(
        Program.binary, ["list"], environment: Program.environment.merging(["HOME": program.folder.path]) { $1 },
        folder: program.folder)
      #expect(status == 78)
    }
  }

  @Test func everySettingIsShownBesideTheComplaint() throws {
    try withProgram { program in
      try Self.write("bogus: 1\nzone: Europe/Berlin\n", program)
      let run = try program("config")
      #expect(run.status == 78 && run.err.contains(":1:1: unknown key \"bogus\""))
      #expect(run.out.contains("Europe/Berlin") && run.out.contains("density"))
    }
  }

  @Test func aFirstFileIsWrittenAndChangesNothing() throws {
    try withProgram { program in
      let before = try program("config").lines.dropLast()
      #expect(try program("config", "--init").status == 0)
      #expect(try program("config").lines.dropLast() == before)
    }
  }

  @Test func anOwnThemeIsFoundByItsName() throws {
    try withProgram { program in
      _ = try program("init")
      try Self.write("theme: dusk\n", program)
      let themes = program.folder.appendingPathComponent(".config/warroom/themes")
      try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
      let theme = "id: dusk\nappearance: dark\nroles:\n  text: { fg: \"#010203\", bg: \"#040506\" }\n"
      try Data(theme.utf8).write(to: themes.appendingPathComponent("dusk.yaml"))
      #expect(try program("--once", "--format", "svg").out.contains("#040506"))
      try Data("id: dusk\n".utf8).write(to: themes.appendingPathComponent("dusk.yaml"))
      let run = try program("--once", "--format", "svg")
      #expect(run.status == 78 && run.err.contains("dusk.yaml:1:1: the key \"appearance\" is missing"), "\(run.err)")
    }
  }

  /// As an editor saves: the file is written beside the old one and put in its place.
  @Test func anOpenConsoleTakesChangesIn() throws {
    try withProgram { program in
      _ = try program("init")
      try Self.write("", program)
      let console = try PseudoTerminal(program)
      try console.wait(for: "Nothing is open")
      var mark = console.mark
      try Self.replace("keys:\n  help: f7\n", program)
      try console.wait(for: "settings read anew", after: mark)
      mark = console.mark
      console.type("\u{1B}[18~")
      try console.wait(for: "type to narrow down", after: mark)
      console.type("\u{1B}")
      console.settle()
      mark = console.mark
      try Self.replace("zone: Berlin/Europe\n", program)
      try console.wait(for: "config.yaml:1:7: zone:", after: mark)
      mark = console.mark
      // What was read before still counts.
      console.type("\u{1B}[18~")
      try console.wait(for: "type to narrow down", after: mark)
      console.type("\u{3}\u{3}")
      #expect(try console.end() == 0)
    }
  }

  @Test func anOpenConsoleFollowsItsThemeAndABadOneLeavesTheOld() throws {
    try withProgram { program in
      _ = try program("init")
      try Self.write("theme: dusk\n", program)
      let themes = program.folder.appendingPathComponent(".config/warroom/themes")
      try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
      /// Its ground is a number of the palette.
      func save(_ text: String) throws {
        let file = themes.appendingPathComponent("dusk.yaml").path
        try Data(text.utf8).write(to: URL(fileURLWithPath: file + ".new"))
        _ = rename(file + ".new", file)
      }
      func theme(_ ground: String) -> String {
        "id: dusk\nappearance: dark\nroles:\n  text: { fg: \"#ffffff\", bg: \"\(ground)\" }\n"
      }
      try save(theme("#5f0000"))
      let console = try PseudoTerminal(program)
      try console.wait(for: "Nothing is open")
      #expect(console.text.contains("48;5;52"))
      console.settle()
      var mark = console.mark
      try save(theme("#005f00"))
      try console.wait(for: "48;5;22", after: mark)
      console.settle()
      mark = console.mark
      try save("id: dusk\nappearance: dark\nroles:\n  text: { fg: \"#12\" }\n")
      // Without its folder, so that what is wrong stays in sight.
      try console.wait(for: "themes/dusk.yaml:4:15: roles.text.fg", after: mark)
      #expect(!String(decoding: console.bytes[mark...], as: UTF8.self).contains(program.folder.path))
      console.settle()
      // The next screen is drawn in what was read before.
      mark = console.mark
      console.type("?")
      try console.wait(for: "type to narrow", after: mark)
      console.type("\u{1B}")
      console.settle()
      console.send([12])
      console.settle()
      let drawn = String(decoding: console.bytes[mark...], as: UTF8.self)
      #expect(drawn.contains("48;5;22") && !drawn.contains("48;5;52"))
      console.type("q")
      #expect(try console.end() == 0)
    }
  }

  private static func replace(_ text: String, _ program: Program) throws {
    let path = try config(program)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + ".new"))
    _ = rename(path + ".new", path)
  }
}

/// The setup on a terminal.
@Suite struct SetupTerminalTests {
  @Test func aFirstRunAsksAndWritesAtTheEnd() throws {
    try withProgram { program in
      let data = program.folder.appendingPathComponent(".local/share/warroom/warroom.db").path
      let config = program.folder.appendingPathComponent(".config/warroom/config.yaml").path
      let console = try PseudoTerminal(program, namesStore: false)
      try console.wait(for: "Who are you?")
      for typed in ["\u{15}Ann Lee\r", "\u{15}Europe/Ber\r", "\r\r", "\r", "\r"] {
        console.type(typed)
        console.settle()
        #expect(!FileManager.default.fileExists(atPath: data) && !FileManager.default.fileExists(atPath: config))
      }
      let mark = console.mark
      console.type("\r")
      try console.wait(for: "Nothing is open", after: mark)
      console.type("q")
      #expect(try console.end() == 0)
      let text = try String(contentsOfFile: config, encoding: .utf8)
      #expect(text.contains("\nactor: Ann Lee\n") && text.contains("\nzone: Europe/Berlin\n"))
    }
  }

  @Test func ctrlCLeavesNothingBehind() throws {
    try withProgram { program in
      let console = try PseudoTerminal(program, namesStore: false)
      try console.wait(for: "Who are you?")
      console.type("\r\r\u{3}")
      #expect(try console.end() == 0)
      let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      #expect(!left.contains(".config") && !left.contains(".local"), "\(left)")
    }
  }
}

/// The board in lines.
@Suite struct PlainTests {
  @Test func linesInLinesOut() throws {
    try withProgram { program in
      _ = try program("init")
      _ = try program("open", "Nothing arrives", "--account", "Northwind", "--severity", "S0")
      let run = try program("--plain", input: "show r-1\nnonsense\nlist\nquit\nlist\n")
      #expect(run.status == 0 && run.err.isEmpty)
      #expect(run.lines.first?.hasPrefix("1 open, 0 breached") ?? false)
      #expect(run.lines.contains { $0.contains("there is no “nonsense”; say list") })
      #expect(run.lines.filter { $0.contains("1 open, ") }.count == 2)
      #expect(!run.out.contains("\u{1B}"))
      let once = try program("--plain", "--once")
      #expect(once.lines.count == 2 && once.lines[1].contains("S0, Northwind: Nothing arrives; owner nobody; "))
    }
  }

  @Test func verbsAreTakenAsLines() throws {
    try withProgram { program in
      _ = try program("init")
      _ = try program("open", "Nothing arrives", "--account", "Northwind", "--severity", "S0", "--id", "W-7")
      let run = try program(
        "--plain", input: "ack W-7 --note \"on it\"\nlist sev:S0\nack W-7\nlist sev:Q9\nhelp\nquit\n")
      #expect(run.status == 0 && run.err.isEmpty)
      #expect(run.out.contains("the first response is on record"), "\(run.out)")
      #expect(run.out.contains("any verb of the command line"))
      #expect(!run.out.contains("\u{1B}"))
      #expect(try program("show", "W-7").out.contains("on it"))
    }
  }

  @Test func whatAnotherDoesIsOneLine() throws {
    try withProgram { program in
      _ = try program("init")
      let console = try PseudoTerminal(program, ["--plain"])
      try console.wait(for: "0 open, 0 breached")
      _ = try program("open", "Nothing arrives", "--account", "Northwind", "--severity", "S0", "--id", "W-7")
      try console.wait(for: "new: W-7, S0, Northwind: Nothing arrives; owner nobody; ")
      let acts: [(verb: [String], line: String)] = [
        (["assign", "W-7", "Bo Chen"], ": assigned to Bo Chen"),
        (["note", "W-7", "a\u{1B}[31m red one"], ": a␛[31m red one"),
        (["ack", "W-7", "--note", "on it"], ": first response: on it"),
        (["task", "add", "W-7", "Ask the vendor"], ": task T1: Ask the vendor"),
        (["milestone", "add", "W-7", "Ship it"], ": milestone M1: Ship it"),
        (["milestone", "done", "W-7", "M1"], ": milestone M1 done"),
        (["severity", "W-7", "S1", "--reason", "one store", "--yes"], ": severity S1 (one store)"),
        (["resolve", "W-7", "--summary", "a cable"], ": resolved: a cable"),
      ]
      for act in acts {
        let mark = console.mark
        let run = try program.run(act.verb)
        #expect(run.status == 0, "\(run.err)")
        try console.wait(for: act.line, after: mark)
      }
      console.type("quit\n")
      #expect(try console.end() == 0)
      for act in acts { #expect(console.text.components(separatedBy: act.line).count == 2, "\(act.line)") }
      #expect(console.text.contains("W-7, S0, Northwind: First response met"))
      #expect(!console.text.contains("cleared from the board") && !console.text.contains("\u{1B}"))
    }
  }
}
