import Foundation
import Testing

/// Messages through the command line, under a playbook of their own. Monday 2026-03-02, 09:00 UTC.
@Suite struct `Messages on the command line` {
  static let now = "2026-03-02T09:00:00Z"

  static let playbook = """
    id: words
    name: Words
    severities:
      - {id: W1, name: High, band: 1, meaning: It hurts}
    notify:
      - {grade: W1, stakeholders: [AE, VP, Support], channels: [slack, email]}
    clocks:
      - {id: first-response, label: First response, stops: acknowledged, target: 2h}
      - {id: told, label: Notify, stops: all-notified, target: 4h}
      - {id: promise, label: Promised update, starts: promised, stops: customer-update, target: promise}
    templates:
      - id: alert
        label: First alert
        counts_as: [notification]
        channels: [slack]
        fields: [severity, account, title, impact]
        body: "{{severity}} {{account}}: {{title}} ({{impact}})"
      - id: hello
        label: First word
        audience: customer
        counts_as: [acknowledgement, substantive]
        channels: [email]
        fields: [contact, issue, known, next_update]
        optional: [workaround]
        subject: "We are on it: {{issue}}"
        body: |
          Hello {{contact}},

          what we know: {{known}}
          {{#workaround}}
          Until then: {{workaround}}
          {{/workaround}}
          You hear from us by {{next_update}}.
    guidance:
      - {id: calm, title: Stay calm, approach: "Listen, then act.", do: "Let them speak", fits: hello}
      - {id: honest, title: Be honest, dont: "Promise what you cannot keep"}
    """

  /// Runs with the playbook installed and `W-1` open under it.
  static func withRecord(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      _ = try program("init", now: now)
      let file = try program.write("words.yaml", playbook)
      let installed = try program("playbook", "install", file, "--yes", now: now)
      try #require(installed.status == 0, "\(installed.err)")
      let opened = try program(
        "open", "Orders {{go}} missing\u{1B}[31m", "--account", "Northwind", "--severity", "W1", "--playbook", "words",
        "--details", "Sync stopped", "--contact", "Ann Lee <ann@example.com> (sponsor)", now: now)
      try #require(opened.status == 0, "\(opened.err)")
      try body(program)
    }
  }

  /// What makes `hello` whole.
  static let filled = ["hello", "--set", "known=a full disk", "--next", "2026-03-02T12:00:00Z"]

  /// The shell command that runs a script of the test's own. A file that was just written cannot always be executed: a
  /// neighbour's test may have been forked with it open.
  static func script(_ program: Program, _ name: String, _ text: String) throws -> String {
    "sh '\(try program.write(name, text + "\n"))'"
  }

  static func sent(_ program: Program) throws -> [[String: Any]] {
    try #require(try program.json("message", "show", "W-1", "--json", now: now) as? [[String: Any]])
  }

  @Test func `list names what comes next first, and what each lacks`() throws {
    try Self.withRecord { program in
      let list = try #require(try program.json("message", "list", "W-1", "--json", now: Self.now) as? [[String: Any]])
      #expect(list.map { $0["template"] as? String } == ["hello", "alert"])
      #expect(list.map { $0["missing"] as? [String] } == [["known", "next_update"], []])
      let text = try program("message", "list", "W-1", now: Self.now).out
      #expect(text.contains("needs known, next_update") && text.contains("ready"))
    }
  }

  @Test func `a preview marks what is missing and changes nothing`() throws {
    try Self.withRecord { program in
      let run = try program("message", "preview", "W-1", "hello", "--set", "workaround=the old app", now: Self.now)
      #expect(run.status == 0)
      #expect(run.out.contains("subject: We are on it: Orders {{go}} missing␛[31m"))
      #expect(run.out.contains("what we know: [[known?]]\nUntil then: the old app\n"))
      #expect(run.out.contains("missing: known, next_update"))
      let whole = try program.run(["message", "preview", "W-1"] + Self.filled + ["--json"], now: Self.now)
      let answer = try JSONSerialization.jsonObject(with: Data(whole.out.utf8))
      let draft = try #require(answer as? [String: Any])
      #expect(draft["ready"] as? Bool == true)
      #expect(draft["to"] as? [String] == ["Ann Lee"])
      #expect(draft["next"] as? String == "2026-03-02T12:00:00Z")
      #expect(draft["counts_as"] as? [String] == ["acknowledgement", "substantive"])
      let fields = try #require(draft["fields"] as? [String: Any])
      #expect(fields["known"] as? String == "a full disk")
      #expect(fields["workaround"] is NSNull)
      #expect(try Self.sent(program).isEmpty)
    }
  }

  @Test func `sending meets the first response and starts the promise, and show tells it`() throws {
    try Self.withRecord { program in
      let run = try program.run(["message", "send", "W-1"] + Self.filled, now: Self.now)
      #expect(run.status == 0, "\(run.err)")
      #expect(run.out.contains("told the customer by email (hello)"))
      #expect(try program.clock("first-response", of: "W-1", now: Self.now)?["state"] as? String == "met")
      let promise = try program.clock("promise", of: "W-1", now: Self.now)
      #expect(promise?["deadline"] as? String == "2026-03-02T12:00:00Z")
      #expect(try program.clock("told", of: "W-1", now: Self.now)?["state"] as? String == "running")
      let record = try #require(try program.json("show", "W-1", "--json", now: Self.now) as? [String: Any])
      let messages = try #require(record["messages"] as? [[String: Any]])
      #expect(messages.count == 1)
      #expect(messages[0]["template"] as? String == "hello")
      #expect((messages[0]["body"] as? String)?.hasSuffix("You hear from us by Mon 2026-03-02 12:00 UTC.") ?? false)
      #expect(try program("message", "show", "W-1", "1", now: Self.now).out.contains("what we know: a full disk"))
      #expect(try program("message", "show", "W-1", "2", now: Self.now).status == 66)
    }
  }

  @Test func `the customer reads times in the account's zone, the team in the writer's`() throws {
    try Self.withRecord { program in
      let customer = try program.run(
        ["message", "preview", "W-1"] + Self.filled + ["--zone", "America/New_York"], now: Self.now)
      #expect(customer.out.contains("You hear from us by Mon 2026-03-02 12:00 UTC."))
      _ = try program("open", "Slow", "--account", "Acme", "--severity", "S1", "--playbook", "risk", now: Self.now)
      let team = try program(
        "message", "preview", "W-2", "alert-slack", "--next", "2026-03-02T12:00:00Z", "--zone", "America/New_York",
        now: Self.now)
      #expect(team.out.contains("by Mon 2026-03-02 07:00 New York"))
    }
  }

  @Test func `notice goes to those it names`() throws {
    try Self.withRecord { program in
      let nobody = try program("message", "send", "W-1", "alert", now: Self.now)
      #expect(nobody.status == 64)
      #expect(nobody.err.contains("or --to-all for AE, VP, Support"))
      #expect(try program("message", "send", "W-1", "alert", "--to", "AE", "--to", "VP", now: Self.now).status == 0)
      let rest = try program("message", "send", "W-1", "alert", "--to-all", now: Self.now)
      #expect(rest.out.contains("wrote to Support by slack"))
      #expect(try program("message", "send", "W-1", "alert", "--to-all", now: Self.now).status == 69)
      #expect(try program.clock("told", of: "W-1", now: Self.now)?["state"] as? String == "running")
      let email = ["message", "send", "W-1", "alert", "--to-all", "--channel", "Email"]
      #expect(try program.run(email, now: Self.now).status == 0)
      #expect(try program.clock("told", of: "W-1", now: Self.now)?["state"] as? String == "met")
      let message = try #require(try Self.sent(program).first)
      #expect(message["to"] as? [String] == ["AE", "VP"])
    }
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    var says: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let refused = [
    Refused(
      arguments: ["hello"], status: 64, says: "W-1: hello needs known, next_update; say --set known=… --next TIME"),
    Refused(arguments: ["nothing"], status: 64, says: "known: alert, hello"),
    Refused(arguments: ["hello", "--set", "knwon=x"], status: 64, says: "hello has no field “knwon”"),
    Refused(arguments: ["hello", "--set", "known"], status: 64, says: "write --set field=value"),
    Refused(arguments: ["hello", "--set", "next_update=soon"], status: 64, says: "say --next TIME"),
    Refused(arguments: ["hello", "--text", "x"], status: 64, says: "a template brings its own text"),
    Refused(arguments: [], status: 64, says: "say what to send"),
    Refused(arguments: ["--text", "x"], status: 64, says: "say who reads it"),
    Refused(arguments: ["--text", " ", "--audience", "internal"], status: 64, says: "the message is missing"),
    Refused(arguments: filled + ["--copy"], status: 64, says: "--copy needs a terminal"),
    Refused(arguments: filled + ["--force"], status: 64, says: "--force belongs to --out"),
    Refused(arguments: filled + ["--pipe"], status: 78, says: "set WARROOM_MESSAGE_COMMAND"),
    Refused(arguments: filled + ["--out", "/nowhere/at/all"], status: 74, says: "cannot be written"),
    Refused(arguments: filled.dropLast() + ["2026-03-02T09:00:00Z"], status: 64, says: "the promised time"),
  ]

  @Test func `what cannot go out is told in a line, and nothing is logged`() throws {
    try Self.withRecord { program in
      for row in Self.refused {
        let run = try program.run(["message", "send", "W-1"] + row.arguments, now: Self.now)
        #expect(run.status == row.status, "\(row): \(run.err)")
        #expect(run.err.contains(row.says), "\(row): \(run.err)")
        #expect(run.err.split(separator: "\n").count == 1, "\(row): \(run.err)")
      }
      #expect(try program("message", "send", "W-9", "hello", now: Self.now).status == 66)
      #expect(try program("--read-only", "message", "send", "W-1", "alert", "--to", "AE", now: Self.now).status == 77)
      #expect(try Self.sent(program).isEmpty)
    }
  }

  @Test func `free words to the customer are an update, to the team a note of what was said`() throws {
    try Self.withRecord { program in
      func send(_ arguments: String...) throws {
        let run = try program.run(["message", "send", "W-1"] + arguments, now: Self.now)
        #expect(run.status == 0, "\(run.err)")
      }
      try send("--text", "Look at this", "--audience", "internal", "--to", "bob")
      #expect(try program.clock("first-response", of: "W-1", now: Self.now)?["state"] as? String == "running")
      try send("--text", "On it", "--audience", "customer", "--counts-as", "acknowledgement", "--channel", "call")
      #expect(try program.clock("first-response", of: "W-1", now: Self.now)?["state"] as? String == "met")
      try send("--text", "Still on it", "--audience", "customer")
      #expect(
        try Self.sent(program).map { $0["counts_as"] as? [String] } == [[], ["acknowledgement"], ["substantive"]])
    }
  }
}
