/// What is over: resolved and watched, closed, withdrawn.
extension Narrator {
  func ended() throws -> [Story] { try endedIssues() + endedRisks() }

  private func endedIssues() throws -> [Story] {
    [
      try story(
        "Endless loop after the password change", .harrowgate, .p1, .maya, opened: .hours(30), by: .sam,
        tags: ["login"], "Everyone who changed a password lately was sent round in circles.",
        acknowledged(.hours(29, 50), "Ticket SR-2195. Word every hour.", by: .sam),
        told(.p1, .hours(29, 48), by: .sam),
        said(.hours(29, 10), "Known: only changed passwords. Workaround: the phone app."),
        said(.hours(28, 20), "The session store keeps the old answer. We empty it for your clinics first."),
        heard(.hours(27, 40), "Ward three is in again. Thank you for not going quiet on us."),
        resolved(
          .hours(27, 30), "The session store forgets an answer when the password changes",
          cause: "The store kept answers for a day", prevention: "A test that changes a password and signs in",
          "An alarm on repeated sign-ins")),
      try story(
        "Delivery notes without the customer's order number", .lontar, .p3, .dewi, opened: .days(11),
        tags: ["print"], "Receivers refused three deliveries.",
        acknowledged(.days(10, 22), "Ticket SR-2144."),
        said(.days(8), "The field is back in the layout; please print one."),
        resolved(
          .days(7, 4), "The layout holds the field again", cause: "A layout was replaced without its custom fields",
          prevention: "Custom fields are listed before a layout is replaced"),
        called(.days(6)), ticked(.days(5, 23), "actions", "ticket", "root-cause"),
        spared(.days(5, 23), "actions", "call", "They wrote that it works"),
        spared(.days(5, 23), "afterwards", "post-mortem", "Its cause is plain"), confirmed(.days(5, 22)),
        closed(.days(5, 20), .recovered, csat: 9)),
      try story(
        "Payment page looks odd on one tablet", .pandanus, .p4, .dewi, opened: .days(4, 2),
        "One tablet, one shop.",
        cancelled(.days(3, 22), "The tablet was broken; reported by mistake")),
      try story(
        "Shops cannot take cards", .pandanus, .p2, .sam, opened: .hours(3, 1), tags: ["payments"],
        "Second report of the same outage, from the Jurong shop.",
        overridden(
          .hours(2, 51), ["customer-confirmed", "root-cause", "decided"], as: "Manager",
          "Looked after in the report of all shops"),
        closed(.hours(2, 50), .duplicate, "Same as the outage in all shops")),
    ]
  }

  private func endedRisks() throws -> [Story] {
    [
      try story(
        "Go-live at risk: no test data from the ports", .kallang, .s1, .priya, opened: .days(16), tags: ["go-live"],
        "Port agents must deliver sample files; two of six did.",
        updates: [
          "Two ports deliver; we ring the other four.", "A third port delivers.", "Four of six ports delivered.",
          "Five of six; Penang is missing.", "All six delivered; the rehearsal passed.",
          "Nothing new since the rehearsal; we stay close.",
        ],
        takenUp(.s1, .days(15, 21), "Priya rings the agents herself."),
        waited(.days(13), for: "Files from Batam and Penang", expected: .days(2), until: .days(11, 6)),
        resolved(
          .hours(20), "All ports deliver and the rehearsal passed", cause: "Nobody had asked the agents by name",
          prevention: "A list of agents and a date for each in every port project")),
      try story(
        "Outage at quarter end, executives on the line", .quillmark, .s0, .maya, opened: .days(24), tags: ["outage"],
        "Two hours without policies on the day the books close.",
        updates: [
          "Both lines are up; we look for the cause.", "Cause is found: one switch carried both lines.",
          "The second line is now live.", "Review held with your board's technology committee.",
          "Nothing new; we close tomorrow unless you object.",
        ],
        takenUp(.s0, .days(23, 23, 40), "Our VP is on the call."),
        heard(.days(23, 4), "I have been in this trade for thirty years. Nobody ever showed me their own mistake."),
        resolved(
          .days(21), "Second line is live, review accepted", cause: "One switch carried both lines",
          prevention: "Both lines are cut once a quarter, on purpose"),
        closed(.days(19), .recovered, csat: 9)),
      try story(
        "Budget cut: half of the seats are to go", .chandrika, .s2, .priya, opened: .days(40), tags: ["commercial"],
        "Exports fell; every supplier is asked for half.",
        updates: [
          "Seat use by team is on its way to you.", "Three plans on one page, with what each keeps.",
          "You chose the middle one; terms follow.",
        ],
        takenUp(.s2, .days(39, 20), "Priya brings three plans, not one."),
        resolved(
          .days(22), "Seats cut by a third, term extended by a year", cause: "Seats were sold by headcount, not by use",
          prevention: "Seat use is looked at half a year before each renewal"),
        closed(.days(20), .retainedWithLoss, csat: 7)),
      try story(
        "Pilot ends without a decision", .wexcombe, .s2, .jonas, opened: .days(50), found: .early, tags: ["pilot"],
        "The letting office liked it; its director moved to a rival's customer.",
        updates: [
          "We ask for half an hour to close the pilot.", "Summary of the pilot sent.", "One last question sent.",
        ],
        takenUp(.s2, .days(49, 20), "Jonas asks for a closing call."),
        learned(
          .days(30, 2), cause: "Only one person there wanted it",
          prevention: "A pilot has two sponsors from its first day"),
        closed(.days(30), .churned, csat: 4, "The pilot was not continued")),
      try story(
        "Rumour of a merger with a larger shop chain", .kotori, .s3, .aiko, opened: .days(8), found: .early,
        tags: ["people"], "Read in a trade paper.",
        takenUp(.s3, .days(7, 20), "葵さん laughs about it."),
        cancelled(.days(5), "The paper meant another company of that name")),
    ]
  }
}
