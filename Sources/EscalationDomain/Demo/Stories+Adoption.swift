/// S2: real impact that a plan can manage.
extension Narrator {
  func adoption() throws -> [Story] {
    [
      try story(
        "Warehouse interface is two sprints late", .chandrika, .s2, .priya, opened: .days(12, 4), tags: ["integration"],
        "The loom data must reach the warehouse before the festival orders.",
        updates: ["The first message type runs in test; four to go, one a day."],
        takenUp(.s2, .days(12), "A new plan with dates for the next call."),
        heard(.days(8), "Give me one date I can tell my mother-in-law. She owns the mill."),
        charted(
          .days(11, 21), problem: "The loom data does not reach the warehouse",
          outcome: "All five message types arrive before the festival orders", metric: "message types that arrive",
          from: "0 of 5", to: "5 of 5", now: "3 of 5", until: "A week without a message lost", by: .ruth),
        outlined(.days(11, 20)),
        reached(.days(11), "M1", "A queue that was sized for half the looms"),
        reached(.days(10, 20), "M2", "Orders by hand, twice a day"), taken(.days(9), "M3", by: .priya),
        milestone(.days(8), "All five message types in test", .priya, due: .hours(-26)),
        taken(.days(3), "M7", by: .priya),
        noted(.days(1, 6), "Three of five message types done.")),
      try story(
        "Finance team was never trained on approvals", .larkspur, .s2, .tomas, opened: .days(5, 7), found: .early,
        tags: ["enablement"], "Approvals wait nine days on average, elsewhere one.",
        takenUp(.s2, .days(5, 2), "Tomás offers two short sessions."),
        heard(.days(3), "Nobody told us there was a button. We have been printing them."),
        said(.days(1, 4), "First session held, eight people. The second follows next week.", "call")),
      try story(
        "Monthly reports are rebuilt by hand", .ofenglueck, .s2, nil, opened: .hours(16), by: .ruth, found: .early,
        tags: ["adoption"], "Three evenings a month in a spreadsheet, though the report exists.",
        acknowledged(.hours(14), "We come back with a proposal.", by: .ruth),
        told(.s2, .hours(13, 40), by: .ruth), triaged(.hours(13), first: 3),
        noted(.hours(3), "Needs an owner who speaks German.", by: .ruth)),
      try story(
        "Procurement asks for new data terms", .norte, .s2, .jonas, opened: .days(12, 6), tags: ["legal"],
        "A new group policy. Their lawyers and ours have each answered once.",
        updates: ["Our answer to the twelve points is with your lawyers."],
        takenUp(.s2, .days(12, 2), "Jonas asks for the policy itself."),
        heard(.days(6), "Legal promised me an answer by the end of the month. They did not say which month."),
        said(.days(2, 4), "Two of twelve points are open, both yours to choose."),
        waiting(.days(2), for: "Their lawyers choose between two wordings", until: .days(3))),
      try story(
        "Mobile scanners lose their session in the yard", .lontar, .s2, .dewi, opened: .days(3, 1), tags: ["mobile"],
        "Drivers sign in again up to ten times a shift, between halls.",
        takenUp(.s2, .days(2, 22), "Dewi rides along for a shift."),
        heard(.days(2), "Pengemudi kami menulis di kertas lagi. They write on paper again."),
        said(
          .hours(8), "The session ends when the network changes. A longer one is on ten scanners.", next: .hours(3, 10))
      ),
      try story(
        "Forecast module gives two different totals", .tidewell, .s2, .tomas, opened: .days(2, 2), tags: ["data"],
        "The page says 4.1 M, the export 3.9 M. Their finance trusts neither.",
        takenUp(.s2, .days(1, 23), "Tomás compares both by product line."),
        heard(.days(1, 9), "I cannot show my board a number that depends on the button I press."),
        milestone(.days(1, 20), "Agree which total is right", .tomas, due: .hours(-10)),
        milestone(.days(1, 20), "Page and export count the same goods", .tomas, due: .days(2, 3), after: "M1"),
        milestone(
          .days(1, 20), "A nightly check that both agree", .sam, due: .days(7), kind: .preventive, after: "M2"),
        milestone(.days(1, 20), "Rebuild the export", nil, due: .days(20)),
        reached(.hours(12), "M1", "The page is right"),
        dropped(.hours(11), "M4", "The page was right, the export needs one line"),
        said(
          .days(1, 3), "The export leaves out returned goods. We tell you which is right, and change the other.",
          next: .hours(-3, -25)),
        noted(.hours(6), "Product says the page is right. Wording for the customer still missing.")),
      try story(
        "Use of the planner is slipping in three regions", .tidewell, .s2, .aiko, opened: .minutes(19, 45),
        found: .early, tags: ["adoption"], "Down by a third in Ohio, Bavaria and Jalisco; steady elsewhere."),
    ]
  }

  /// S3: an early sign to watch.
  func signals() throws -> [Story] {
    [
      try story(
        "Only two of seven teams open the dashboard", .pemberlane, .s3, .maya, opened: .days(20), found: .early,
        tags: ["adoption"], "Buyers and quality do; the other five were never invited.",
        updates: ["Invitations for the five teams are out, with a page on what is in it for each."],
        takenUp(.s3, .days(19, 18), "Maya asks Gus for the names."),
        noted(.days(6), "Three teams looked in, one came back.")),
      try story(
        "Stakeholder map is empty above team leads", .kotori, .s3, .aiko, opened: .days(6, 5), found: .early,
        tags: ["people"], "We know everyone who uses it and nobody who pays for it.",
        takenUp(.s3, .days(6), "葵さん introduces us after the trade fair."),
        noted(.days(2), "The fair is over; ask again.")),
      try story(
        "Newsletter names a rival as their partner", .kitahama, .s3, .aiko, opened: .hours(22), found: .early,
        tags: ["competition"], "A small line on page 6, about their other plant.",
        takenUp(.s3, .hours(20), "Aiko asks 佐伯さん what the line means.")),
      try story(
        "Training dates keep slipping", .sablecreek, .s3, .aiko, opened: .days(33), tags: ["enablement"],
        "Third date moved. Always for a good reason.",
        updates: ["New date with a stand-in trainer.", "Date held; the video is there for those who miss it."],
        takenUp(.s3, .days(32, 20), "Aiko proposes two dates at once."),
        heard(.days(12), "We do want it. It is just that the season starts every month now.")),
    ]
  }
}
