import Foundation
import Testing

@Suite struct `Guidance on the command line` {
  typealias Messages = `Messages on the command line`

  @Test func `cards come in the order of fit, with why`() throws {
    try Messages.withRecord { program in
      let run = try program("guidance", "W-1", now: Messages.now)
      #expect(
        run.out == """
          Stay calm  (calm)
            fits now: the next message, “First word”
            Listen, then act.
            do     Let them speak

          Be honest  (honest)
            don't  Promise what you cannot keep

          """)
      let cards = try #require(
        try program.json("guidance", "W-1", "--json", now: Messages.now) as? [[String: Any]])
      #expect(cards.map { $0["id"] as? String } == ["calm", "honest"])
      #expect((cards[0]["because"] as? [[String: Any]])?.first?["kind"] as? String == "template")
      #expect(cards[0]["do"] as? [String] == ["Let them speak"])
    }
  }

  @Test func `one card, a playbook's, or all of them`() throws {
    try Messages.withRecord { program in
      #expect(try program("guidance", "W-1", "honest", now: Messages.now).lines.count == 2)
      #expect(try program("guidance", "--playbook", "words", "calm", now: Messages.now).lines.count == 3)
      #expect(try program("guidance", now: Messages.now).out.contains("(calm)"))
      let wide = try program("guidance", now: Messages.now).lines.filter { $0.count > 80 }
      #expect(wide == [])
    }
  }

  @Test(arguments: [
    (["W-1", "nothing"], 66, "known: calm, honest"), (["W-9"], 66, "W-9"),
    (["--playbook", "nothing"], 66, "known: "), (["W-1", "calm", "more"], 64, "unexpected “more”"),
  ])
  func `what is not there is told`(_ arguments: [String], _ status: Int32, _ says: String) throws {
    try Messages.withRecord { program in
      let run = try program.run(["guidance"] + arguments, now: Messages.now)
      #expect(run.status == status)
      #expect(run.err.contains(says), "\(run.err)")
    }
  }
}
