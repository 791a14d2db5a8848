import Testing

@testable import EscalationDomain

@Suite("A change of severity")
struct SeverityChangeTests {
  /// 2h, 4h, 8h from 09:00: 11:00, 13:00, 17:00. S3 has no such clock.
  static let table = TargetTable.by(.severity, ["S0": "2h", "S1": "4h", "S2": "8h"])
  static let log = Log([rule(table)])
  static let critical = Log([rule(table)], severity: "S0")
  static let medium = Log([rule(table)], severity: "S2")
  static let fromChange = Log([rule(table)], severityChange: .fromChange)

  @Test(arguments: [
    ClockCase(
      "counts the new target from the original start", log.then("03-02 10:00", .severity("S0")), "03-02 10:00",
      "#1 running due 03-02 11:00"),
    ClockCase(
      "to a deadline of this very moment is no breach yet", log.then("03-02 11:00", .severity("S0")), "03-02 11:00",
      "#1 running due 03-02 11:00"),
    ClockCase(
      "to a deadline of this very moment breaches by time a second later", log.then("03-02 11:00", .severity("S0")),
      "03-02 11:00:01", "#1 breached due 03-02 11:00 breach 03-02 11:00"),
    ClockCase(
      "to a deadline that is past breaches at the moment of the change", log.then("03-02 12:00", .severity("S0")),
      "03-02 15:00", "#1 breached due 03-02 11:00 breach 03-02 12:00 by reclassification"),
    ClockCase(
      "lowered in time moves the deadline away", critical.then("03-02 10:00", .severity("S2")), "03-02 12:00",
      "#1 running due 03-02 17:00"),
    ClockCase(
      "lowered too late un-breaches nothing", critical.then("03-02 12:00", .severity("S2")), "03-02 15:00",
      "#1 breached due 03-02 17:00 breach 03-02 11:00"),
    ClockCase(
      "lowered too late ends as missed", critical.then("03-02 12:00", .severity("S2")).then("03-02 15:00", .ack),
      "03-02 16:00", "#1 missed due 03-02 17:00 ended 03-02 15:00 breach 03-02 11:00"),
    ClockCase(
      "leaves an ended cycle as it was", log.then("03-02 10:00", .ack).then("03-02 12:00", .severity("S0")),
      "03-02 15:00", "#1 met due 03-02 13:00 ended 03-02 10:00"),
    ClockCase(
      "to a grade without a target cancels", log.then("03-02 10:00", .severity("S3")), "03-02 15:00",
      "#1 cancelled due 03-02 13:00 ended 03-02 10:00"),
    ClockCase(
      "back to a grade with a target counts from the original start",
      log.then("03-02 10:00", .severity("S3")).then("03-02 12:00", .severity("S1")), "03-02 12:00",
      "#1 cancelled due 03-02 13:00 ended 03-02 10:00", "#2 running due 03-02 13:00"),
    ClockCase(
      "back too late breaches at the moment of the change",
      log.then("03-02 10:00", .severity("S3")).then("03-02 14:00", .severity("S1")), "03-02 15:00",
      "#1 cancelled due 03-02 13:00 ended 03-02 10:00",
      "#2 breached due 03-02 13:00 breach 03-02 14:00 by reclassification"),
    ClockCase(
      "wakes a clock that never ran", Log([rule(table)], severity: "S3").then("03-02 10:00", .severity("S2")),
      "03-02 12:00", "#1 running due 03-02 17:00"),
    ClockCase(
      "wakes a clock from what first started it",
      Log([rule(.by(.severity, ["S0": "2h"]), starts: [.customerReply])]).then("03-02 10:00", .replied)
        .then("03-02 11:00", .replied).then("03-02 11:30", .severity("S0")), "03-02 11:30",
      "#1 running due 03-02 12:00"),
    ClockCase(
      "wakes nothing that was stopped while it slept",
      Log([rule(table)], severity: "S3").then("03-02 10:00", .ack).then("03-02 11:00", .severity("S2")), "03-02 12:00"),
    ClockCase(
      "counts from the change where the playbook says so", fromChange.then("03-02 10:00", .severity("S0")),
      "03-02 10:00", "#1 running due 03-02 12:00"),
    ClockCase(
      "counts from the start where the rule says so against its playbook",
      Log([rule(table, severityChange: .fromStart)], severityChange: .fromChange).then("03-02 10:00", .severity("S0")),
      "03-02 10:00", "#1 running due 03-02 11:00"),
    ClockCase(
      "from the change wakes from the change",
      fromChange.then("03-02 10:00", .severity("S3")).then("03-02 12:00", .severity("S1")), "03-02 12:00",
      "#1 cancelled due 03-02 13:00 ended 03-02 10:00", "#2 running due 03-02 16:00"),
    ClockCase(
      "between grades of one target moves nothing, even from the change",
      Log([rule("4h")], severityChange: .fromChange).then("03-02 10:00", .severity("S0")), "03-02 10:00",
      "#1 running due 03-02 13:00"),
    ClockCase(
      "twice in one moment counts once",
      log.then("03-02 12:00", .severity("S0")).then("03-02 12:00", .severity("S2")), "03-02 12:00",
      "#1 breached due 03-02 17:00 breach 03-02 12:00 by reclassification"),
  ])
  func change(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  static let pausable = Log([rule(table, pausable: true)])
  static let pausableMedium = Log([rule(table, pausable: true)], severity: "S2")

  @Test(arguments: [
    ClockCase(
      "carries the pauses",
      pausable.then("03-02 10:00", .wait()).then("03-02 11:00", .resumed)
        .then("03-02 11:30", .severity("S0")), "03-02 11:30", "#1 running due 03-02 12:00"),
    ClockCase(
      "does not carry a pause that began after the new deadline",
      pausableMedium.then("03-02 12:00", .wait()).then("03-02 13:00", .resumed).then("03-02 14:00", .severity("S0")),
      "03-02 15:00", "#1 breached due 03-02 11:00 breach 03-02 14:00 by reclassification"),
    ClockCase(
      "of a paused clock changes what remains",
      pausable.then("03-02 10:00", .wait()).then("03-02 12:00", .severity("S0")),
      "03-02 12:00", "#1 paused left 3600"),
    ClockCase(
      "of a paused clock shows in the deadline it gets back",
      pausable.then("03-02 10:00", .wait()).then("03-02 12:00", .severity("S0")).then("03-02 12:30", .resumed),
      "03-02 12:30", "#1 running due 03-02 13:30"),
    ClockCase(
      "of a paused clock breaches it where the pause began after the new deadline",
      pausableMedium.then("03-02 12:00", .wait()).then("03-02 13:00", .severity("S0")), "03-02 15:00",
      "#1 breached due 03-02 11:00 breach 03-02 13:00 by reclassification"),
    ClockCase(
      "from the change leaves a paused clock the whole new target",
      Log([rule(table, pausable: true)], severityChange: .fromChange).then("03-02 10:00", .wait())
        .then("03-02 12:00", .severity("S0")), "03-02 13:00", "#1 paused left 7200"),
    ClockCase(
      "from the change counts a pause from the change on",
      Log([rule(table, pausable: true)], severityChange: .fromChange).then("03-02 10:00", .wait())
        .then("03-02 12:00", .severity("S0")).then("03-02 14:00", .resumed), "03-02 14:00",
      "#1 running due 03-02 16:00"),
    ClockCase(
      "carries the pauses through a grade without a target",
      pausable.then("03-02 10:00", .wait()).then("03-02 11:00", .resumed).then("03-02 11:30", .severity("S3"))
        .then("03-02 12:00", .severity("S1")), "03-02 12:00",
      "#1 cancelled due 03-02 14:00 ended 03-02 11:30", "#2 running due 03-02 14:00"),
    ClockCase(
      "carries the pauses of a clock that never ran",
      Log([rule(table, pausable: true)], severity: "S3").then("03-02 10:00", .wait()).then("03-02 11:00", .resumed)
        .then("03-02 12:00", .severity("S1")), "03-02 12:00", "#1 running due 03-02 14:00"),
    ClockCase(
      "carries of a pause what lay after the start",
      Log([rule(.by(.severity, ["S1": "4h"]), starts: [.notified], pausable: true)], severity: "S3")
        .then("03-02 10:00", .wait()).then("03-02 11:00", .notified(Notification(who: ["Bo"])))
        .then("03-02 12:00", .resumed).then("03-02 12:30", .severity("S1")), "03-02 12:30",
      "#1 running due 03-02 16:00"),
    ClockCase(
      "wakes into the pause that runs",
      Log([rule(table, pausable: true)], severity: "S3").then("03-02 10:00", .wait())
        .then("03-02 12:00", .severity("S1")), "03-02 12:00", "#1 paused left 10800"),
    ClockCase(
      "counts carried pauses in the kind of the new target: 7 working hours of 23 are lost to 4bh",
      Log([rule(.by(.severity, ["S1": "48h", "S2": "4bh"]), pausable: true)]).then("03-02 11:00", .wait())
        .then("03-03 10:00", .resumed).then("03-03 10:30", .severity("S2")), "03-03 10:30",
      "#1 running due 03-03 12:00"),
  ])
  func pauses(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test(arguments: [
    ClockCase(
      "taken back restores the deadline and keeps the breach it caused as corrected",
      log.then("03-02 12:00", .severity("S0"))
        .then(
          "03-02 12:00",
          .breached(ClockBreach(rule: "clock", cycle: 1, deadline: "03-02 11:00", byReclassification: true)),
          source: .derived
        ).then("03-02 12:05", .undone(event: 2)), "03-02 12:30",
      "#1 running due 03-02 13:00 breach 03-02 12:00 by reclassification corrected"),
    ClockCase(
      "taken back reopens what it cancelled",
      log.then("03-02 10:00", .severity("S3")).then("03-02 12:05", .undone(event: 2)),
      "03-02 12:30", "#1 running due 03-02 13:00"),
  ])
  func undo(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test(
    "Both clocks of min(24h, first-response) follow, in whichever order the playbook has them",
    arguments: [true, false])
  func minimum(triageFirst: Bool) throws {
    let response = rule(.by(.severity, ["S0": "2h", "S1": "4bh"]), "first-response")
    let triage = rule("min(24h, first-response)", stops: [.done("triage")])
    let log = Log(triageFirst ? [triage, response] : [response, triage])
    #expect(try log.lines("03-02 09:00") == ["#1 running due 03-02 13:00"])
    let raised = log.then("03-02 10:00", .severity("S0"))
    #expect(try raised.lines("03-02 10:00") == ["#1 running due 03-02 11:00"])
    // An answered first response is frozen with its deadline.
    let answered = log.then("03-02 09:30", .ack).then("03-02 10:00", .severity("S0"))
    #expect(try answered.lines("03-02 10:00") == ["#1 running due 03-02 13:00"])
    // Without a first response the 24 hours rule.
    let none = log.then("03-02 10:00", .severity("S3"))
    #expect(try none.lines("03-02 10:00") == ["#1 running due 03-03 09:00"])
  }
}
