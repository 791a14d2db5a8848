/// P1 and P2: something that the customer lives by has stopped or limps.
extension Narrator {
  func outages() throws -> [Story] {
    [
      try story(
        "Card payments fail in every shop", .pandanus, .p1, .dewi, opened: .hours(3, 9), by: .sam,
        tags: ["payments"], "All 64 shops refuse cards; cash only. Nothing on the customer's side changed.",
        acknowledged(.hours(3, 2), "Ticket SR-2207. Dewi is the point of contact, first word within the hour."),
        told(.p1, .hours(2, 58)), alerted(.hours(2, 57), "Payments on-call"),
        ticked(.hours(2, 50), "actions", "ticket", "notify-team", "escalate", "team", "call"),
        said(.hours(2, 40), "Known: every card is refused with code 91. Unknown: why. Next: we replay one payment."),
        heard(
          .hours(2, 11), "The queues reach the street and people walk out. Please tell me you have somebody on this."),
        said(.hours(1, 52), "The refusals come from the key exchange with the acquirer. We are on a call with them."),
        noted(.hours(1, 30), "Acquirer confirms: their key was rotated a day early. They are loading the old one."),
        said(.minutes(64, 12), "The acquirer restores the old key. One shop in Bishan takes cards again as a test.")),
      try story(
        "Nobody can log in since the certificate was renewed", .quillmark, .p1, nil, opened: .minutes(6, 13),
        by: .sam, tags: ["login"],
        "Single sign-on answers with a blank page for all 2,300 people. Hal Brandvold rang the night desk.",
        noted(.minutes(3, 40), "Same blank page from our own network, so it is not their proxy.", by: .sam)),
      try story(
        "Orders vanish between the basket and the warehouse", .tidewell, .p2, .tomas, opened: .hours(5),
        neededIn: .hours(7, 30), tags: ["orders", "data"],
        "Began as a few late orders; now about one in nine never reaches the warehouse.",
        acknowledged(.hours(4, 40), "Ticket SR-2204. Ravi and Tomás compare both order lists."),
        alerted(.hours(4, 35), "Team lead", "Orders on-call"),
        said(.hours(2, 12), "Known: 214 orders missing so far, none lost for good. Unknown: the trigger."),
        regraded(.hours(2, 5), .p1, "One order in nine is missing; the customer has stopped two lines"),
        noted(.hours(1, 50), "Response team: Tomás, orders on-call, Ravi. Call stays open."),
        said(
          .hours(1, 31), "The queue drops messages above 256 kB. A rule that holds them back goes live now.", "call"),
        said(.minutes(58), "No order lost since the rule. Next: bring back the 214 by hand, oldest first."),
        heard(.minutes(41), "Good. I need the ones for the Fresno dock before the trucks are loaded."),
        said(.minutes(22), "88 of 214 are back, Fresno first. The rest in about two hours.")),
      try story(
        "Night batch stops at step 14, stock figures are stale", .kitahama, .p1, .aiko, opened: .hours(2, 50),
        tags: ["batch"], "The plan for the morning shift is made from these figures.",
        acknowledged(.hours(2, 41), "Ticket SR-2206. 渡辺さん and Aiko look at the log together."),
        told(.p1, .hours(2, 38)), alerted(.hours(2, 37), "Batch on-call"),
        ticked(.hours(2, 30), "actions", "ticket", "notify-team", "escalate"),
        said(.hours(2, 5), "Step 14 has no disk space left for its sort. Nothing is damaged."),
        said(.hours(1, 20), "We need 40 GB on the customer's file server; our side is ready to start again."),
        heard(.hours(1, 3), "The storage team has to approve it. 少々お待ちください。"),
        waiting(.minutes(55), for: "Their storage team approves 40 GB more", until: .hours(3))),
      try story(
        "Search answers five times slower than last week", .norte, .p3, .jonas, opened: .hours(2, 4, 17),
        by: .sam, tags: ["speed"], "Reported as an annoyance, then the call centre could not keep up.",
        alerted(.minutes(36), "Team lead", "Search on-call", by: .sam),
        regraded(.minutes(31), .p2, "The call centre is blocked: 40 people wait 12 seconds a lookup", by: .sam),
        noted(.minutes(19), "An index rebuild has been running since yesterday and takes the disk.", by: .jonas)),
      try story(
        "Approvals hang for the night shift", .kallang, .p2, .priya, opened: .days(3, 2), tags: ["workflow"],
        "Between 22:00 and 06:00 an approval takes up to two hours to reach the next person.",
        updates: [
          "Known: the approval queue waits for a nightly export. Workaround: approve from the phone app.",
          "The export now runs in slices; the worst wait last night was 14 minutes.",
        ],
        acknowledged(.days(3, 1, 30), "Ticket SR-2188. Phone approvals are not affected, use them meanwhile."),
        alerted(.days(3, 1, 20), "Team lead"),
        heard(.days(2, 6), "The phone app saved our night. Still, four masters had to wait for clearance."),
        noted(.hours(7), "Next slice change is tested; needs one more quiet night to be sure.")),
      try story(
        "Import of supplier prices stops at row 40,000", .quillmark, .p2, .maya, opened: .days(1, 5),
        tags: ["import"], "The same file went through last month.",
        acknowledged(.days(1, 4, 24), "Ticket SR-2196. We try the file on our side."),
        alerted(.days(1, 4, 18), "Team lead"),
        said(.hours(9), "Our copy goes through. We need the import log and the memory setting of your server."),
        waiting(.hours(8), for: "Import log and memory setting from Hal", until: .hours(20))),
      try story(
        "Labels come out blank on the new printers", .lontar, .p2, .dewi, opened: .minutes(22, 40),
        tags: ["printing"], "Forty printers in the Surabaya hub. Old models print as ever.",
        acknowledged(.minutes(9), "Ticket SR-2208. Made sends one label file; word again within two hours."),
        alerted(.minutes(4), "Team lead", "Devices on-call")),
      try story(
        "Bank file is refused: wrong checksum", .nilgiri, .p2, .priya, opened: .days(1, 6), tags: ["bank", "finance"],
        "The bank sends every payout file back since its own update.",
        acknowledged(.days(1, 5, 20), "Ticket SR-2194. Farhan shares the bank's answer."),
        alerted(.days(1, 5, 15), "Team lead", "Finance integrations"),
        heard(.hours(20), "Payouts to 3,100 borrowers are waiting. Manual upload works but takes us four hours a day."),
        said(
          .hours(4, 30), "The bank counts line ends differently now. A corrected file is with their test desk.",
          next: .hours(2, 20))),
      try story(
        "Duplicate invoices are back after the fix", .harrowgate, .p2, .maya, opened: .days(9), tags: ["billing"],
        "Patients received the same invoice twice.",
        acknowledged(.days(8, 23, 30), "Ticket SR-2151. We stop the evening run until it is understood."),
        alerted(.days(8, 23, 20), "Team lead", "Billing on-call"),
        said(.days(8, 3), "A retry after a timeout sends the invoice again. The fix is being tested."),
        resolved(
          .days(6), "Retries now carry the invoice number", cause: "A timeout was taken for a failure",
          prevention: "A test that cuts the line during sending"),
        called(.days(5, 20)),
        ticked(.days(5, 10), "actions", "ticket", "notify-team", "call", "root-cause"),
        spared(.days(5, 10), "actions", "escalate", "The team lead had it in hand"),
        spared(.days(5, 10), "actions", "team", "One person knew the sender"),
        ticked(.days(5, 4), "afterwards", "post-mortem"), confirmed(.days(5, 2)),
        closed(.days(5), .recovered, csat: 7),
        reopened(.hours(5), "41 new duplicates, all from the second billing office"),
        acknowledged(.hours(4, 40), "We have seen the 41 and stopped the second office's run."),
        alerted(.hours(4, 30), "Team lead", "Billing on-call"),
        heard(.hours(4), "My front desk has apologised for the same mistake twice now."),
        said(
          .hours(2), "The second office still runs the old sender. It is switched over tonight.", next: .hours(5, 40),
          "call")),
    ]
  }
}
