/// What the playbooks `response`, `levels` and `health` look after.
extension Narrator {
  func responses() throws -> [Story] {
    [
      try story(
        "Royalty statements leave out every sale in euros", .larkspur, .high, .tomas, opened: .hours(3, 20),
        tags: ["finance"], signal: "data-wrong", "Authors are paid from these statements at the end of the week.",
        acknowledged(.hours(2, 50), "We see the gap too. First findings within the hour."),
        ticked(.hours(2, 45), "acknowledge", "received", "impact", "next-steps", "next-update"),
        said(
          .hours(2), "Known: sales in euros since the first of the month. Unknown: why. Next: the exchange rates.",
          next: .hours(1, 10)),
        raised(.hours(1, 40), "engineering", "The rates are read from a table nobody here may see"),
        ticked(.hours(1, 30), "investigate", "since", "doing", "impact", "data")),
      try story(
        "Every booking of the weekend was counted twice", .norte, .critical, .jonas, opened: .hours(40),
        tags: ["data"], "The occupancy report ordered staff for twice the guests.",
        acknowledged(.hours(39, 35), "The report is stopped, nobody is called in on it."),
        said(.hours(39, 20), "Known: one import ran twice. Unknown: since when. Next: we count again from Friday on."),
        resolved(
          .hours(30), "All bookings are counted once", cause: "An import ran twice after a restart",
          prevention: "An import of the same file is refused"),
        ticked(.hours(30), "resolve", "fix", "confirmed", "documented", "prevention"),
        confirmed(.hours(29), "Íñigo compared three days by hand")),
    ]
  }

  func levels() throws -> [Story] {
    [
      try story(
        "Finance disputes an invoice of Rp 48,000,000", .teratai, .l1, .dewi, opened: .hours(6),
        tags: ["finance"], signal: "payment-dispute",
        disputed: Money(minorUnits: 4_800_000_000, currency: "IDR"),
        "Two outlets were billed after they had closed. Bambang wants it settled before he talks about anything else.",
        told(.l1, .hours(5, 50)),
        ticked(
          .hours(5, 40), "document", "customer", "arr", "health", "summary", "impact", "attempted", "ask", "timeline"),
        acknowledged(.hours(5, 30), "Dewi has the closing dates of both outlets."),
        entered(.hours(5, 10), .l2, "Above Rp 10,000,000 and an executive has asked"), told(.l2, .hours(5)),
        ticked(.hours(4, 40), "hand-off", "context", "personality", "not-to-say", "outcome"),
        said(.hours(4, 20), "Our VP has the invoice and can credit it. She calls you today.", next: .hours(5), "call"))
    ]
  }

  func health() throws -> [Story] {
    [
      try story(
        "Health is red: 41 of 100, and falling for three weeks", .sablecreek, .stage1, .aiko, opened: .hours(21),
        found: .early, signal: "score-red", health: [62, 60, 58, 57, 55, 52, 51, 49, 45, 41],
        "Opened by the score. Use is the weakest of the four dimensions.",
        told(.stage1, .hours(20, 30)), scored(.hours(2), .sablecreek, 40)),
      try story(
        "Health is red: nobody at the depots signs in any more", .duna, .stage1, .jonas, opened: .days(19, 2),
        found: .early, signal: "score-red", health: [58, 55, 53, 50, 48, 44, 43],
        "Opened by the score. Their champion moved to another company of the group.",
        supposed(
          .days(18), "champion", "The champion left and nobody at the depots was told whom to ask",
          "Two new contacts, one in each depot", .jonas, due: .days(5), success: "Both depots sign in three days a week"
        ),
        ticked(.days(18), "record", "hypothesis", "intervention", "owner", "deadline", "success"),
        planned(.days(18), "Introductory call with both depots", .jonas, due: .days(-12)),
        finished(.days(14), "T1", "Zsófia brought the second depot along"),
        outlined(.days(18)), reached(.days(14), "M1", "Both depots confirmed it"),
        reached(.days(7), "M2", "Two new contacts, introduced"),
        reached(.days(5), "M3", "Zsófia speaks for both depots"),
        taken(.days(2), "M4", by: .jonas),
        scored(.days(12), .duna, 44), scored(.days(6), .duna, 46), checked(.days(5, 1), "The cause holds"),
        ticked(.days(4), "stage-work", "second-owner", "play"), scored(.days(3), .duna, 47),
        noted(.days(2), "Depot two signs in daily. Depot one waits for its own tablet."), scored(.hours(5), .duna, 48)),
    ]
  }
}
