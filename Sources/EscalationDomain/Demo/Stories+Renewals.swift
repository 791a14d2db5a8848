/// S0 and S1: money, a renewal or a sponsor is at stake.
extension Narrator {
  func renewals() throws -> [Story] { try critical() + high() }

  private func critical() throws -> [Story] {
    [
      try story(
        "Sponsor threatens to leave over three failed releases", .thistledown, .s0, .jonas,
        opened: .hours(1, 8), tags: ["renewal", "executive"],
        "Mail from the sponsor to our VP, in copy their finance director. The contract ends in three weeks.",
        told(.s0, .minutes(52)),
        noted(.minutes(35), "VP joins the first call. Rosalind is free later today.")),
      try story(
        "Renewal in four weeks and the audit export still fails", .gruenfeld, .s1, .tomas,
        opened: .days(6), tags: ["renewal", "audit"],
        "Their auditors need the export before the contract is signed again.",
        updates: [
          "We have your sample drawings and see the same error.",
          "Eight of eleven sections export. The other three stop at protected drawings.",
          "Ten of eleven. The last one needs a change in how drawings are read.",
          "The change is built and runs on your test plant tonight.",
        ],
        takenUp(.s1, .days(5, 22), "We take the audit export as a case of its own."),
        heard(.days(4, 3), "Ohne Prüfbericht keine Unterschrift. Das ist nicht verhandelbar."),
        checked(.hours(50, 40), "D-30 reached, one section still open"),
        said(.hours(50, 20), "From today you hear from us daily; our head of engineering is on it."),
        regraded(.hours(50), .s0, "30 days to the renewal and the blocker is unresolved"),
        told(.s0, .hours(49, 30)),
        charted(
          .hours(48), problem: "Three of eleven sections stop at protected drawings",
          outcome: "The auditors have the whole export before the contract is signed", metric: "sections that export",
          from: "8 of 11", to: "11 of 11", now: "10 of 11", until: "The auditors accept the export",
          "It runs a second time without us", by: .ruth),
        milestone(.hours(47, 50), "Export ten sections on the test plant", .tomas, due: .hours(-4)),
        milestone(.hours(47, 48), "Export the full set of drawings", .tomas, due: .hours(7), after: "M1"),
        milestone(.hours(47, 46), "Auditors accept the export", .jonas, due: .days(3), after: "M2"),
        milestone(.hours(47, 44), "Contract signed again", .jonas, due: .days(16), after: "M3"),
        milestone(
          .hours(47, 42), "Export of the sample set runs every night", .tomas, due: .days(9), kind: .detective,
          after: "M2"),
        reached(.hours(5), "M1", "Ten sections in the test folder"), taken(.hours(4, 50), "M2", by: .tomas),
        said(
          .hours(2, 30), "The test run passed with ten drawings; the full set is running.", next: .minutes(1, 50),
          "call")),
      try story(
        "Access keys of a former contractor were still valid", .nilgiri, .s0, .priya, opened: .days(2, 4),
        neededIn: .hours(9, 20), found: .early, tags: ["security"],
        "Found in our own review. No sign of use; the regulator's deadline for a statement is close.",
        updates: [
          "All 17 keys are withdrawn. The access records of 90 days are being read.",
          "60 of 90 days read: nothing. Draft of the statement is with your counsel.",
        ],
        takenUp(.s0, .days(2, 3, 20), "Keys are being withdrawn now."),
        heard(.days(1, 8), "We appreciate that we heard it from you first."),
        noted(.hours(5), "Counsel wants one sentence changed; security agrees.")),
    ]
  }

  private func high() throws -> [Story] {
    [
      try story(
        "Champion has left and nobody answers for the rollout", .harrowgate, .s1, .maya, opened: .days(9, 3),
        found: .early, tags: ["people"], "Dr. Lowe ran the project. Her mailbox now answers that she is gone.",
        updates: [
          "We look for whoever inherits the project and keep the training going.",
          "Introduced ourselves to Dr. Cárdenas; she asks for a one-page summary.",
          "Summary sent. Second contact found in the billing office.",
          "Dr. Cárdenas takes over as sponsor. First review agreed.",
        ],
        takenUp(.s1, .days(9), "Maya asks for a call with whoever inherits the project."),
        heard(.days(5), "I inherited this on a Tuesday. Show me what we bought and why."),
        milestone(.days(8), "One page on what was bought and why", .maya, due: .days(-6)),
        milestone(.days(8), "First review with the new sponsor", .maya, from: .days(-3), due: .days(1, 5), after: "M1"),
        milestone(.days(8), "Stakeholder map has all five names", .maya, due: .days(6), after: "M2"),
        milestone(.days(8), "Training begins anew", nil, due: nil, after: "M2"),
        reached(.days(6, 4), "M1", "Sent to Dr. Cárdenas"), taken(.days(3), "M2", by: .maya),
        noted(.days(2, 5), "Stakeholder map: 2 of 5 names still missing.")),
      try story(
        "Seat use fell by half in two weeks", .sablecreek, .s1, .aiko, opened: .minutes(50, 25), found: .early,
        tags: ["adoption"], "From 410 weekly users to 198. The stores stopped, the office did not.",
        alerted(.minutes(41), "AE", "CS manager", "PS lead"),
        noted(.minutes(20), "Stores got new tablets that week. Perhaps the app is not on them.")),
      try story(
        "Sev-1 sync fault is still open after a week", .kallang, .s1, .priya, opened: .days(6, 1),
        tags: ["support"], "Two vessels show the position of the day before.",
        updates: [
          "The fault needs a long night at sea to show; we have put a recorder on both vessels.",
          "Recorder caught it: the clock on board jumps by a day after a cold start.",
        ],
        takenUp(.s1, .days(5, 23), "We report on three days a week until it is gone."),
        heard(.days(3, 2), "A position that is a day old is worse than none."),
        milestone(.days(5), "Recorder on both vessels", .priya, due: .days(-3)),
        milestone(.days(5), "Corrected version on both vessels", .priya, due: .hours(20), after: "M1"),
        milestone(.days(5), "Two weeks at sea without a jump", .priya, due: .days(15), after: "M2"),
        milestone(
          .days(5), "Alert when a position is older than an hour", .sam, due: .days(8), kind: .detective, after: "M1"),
        reached(.days(3, 4), "M1"), taken(.hours(30), "M2", by: .priya),
        said(
          .hours(3, 50), "Corrected version is on the first vessel. We tell you whether it holds.",
          next: .minutes(15, 30))),
      try story(
        "Expansion to nine plants waits for single sign-on", .duna, .s1, .jonas, opened: .days(4, 6),
        neededIn: .days(5), tags: ["expansion"],
        "Without it their security office does not release the order.",
        updates: [
          "The security sheet is with your office.", "Test access is open; your security office looks at it this week.",
        ],
        takenUp(.s1, .days(4, 3), "Jonas brings the security sheet to the call."),
        heard(.days(2), "Kilenc üzem vár erre. Please do not make me explain it nine times."),
        said(
          .hours(18), "Two of the three findings are closed. The third needs a setting on your side.", next: .hours(26))
      ),
      try story(
        "Board paper puts our contract under review", .wexcombe, .s2, .ruth, opened: .days(5),
        by: .jonas, tags: ["renewal"], "Imogen warned us in private. The paper compares us with doing it by hand.",
        updates: ["Figures for the paper are with Imogen: hours saved for each of 31 houses."],
        takenUp(.s2, .days(4, 20), "Jonas collects figures for the paper."),
        checked(.hours(47), "The paper is now on the agenda of the next meeting"),
        said(.hours(46, 30), "We will have the figures with you before the papers go out."),
        regraded(.hours(46), .s1, "The board decides in three weeks; renewal is 75 days away"),
        assigned(.hours(45), .jonas),
        heard(.hours(30), "You did not hear this from me, but the figures matter more than the price.")),
      try story(
        "Invoices of two quarters are unpaid", .teratai, .s1, .dewi, opened: .hours(1, 4), found: .early,
        tags: ["finance"],
        "Finance noticed. The product is used daily, so it is not displeasure.",
        acknowledged(.minutes(38), "Dewi asked Bambang what holds the payment back."),
        triaged(.minutes(33), first: 3)),
    ]
  }
}
