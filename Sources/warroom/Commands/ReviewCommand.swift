import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

/// The questions of a stage review, and their answers.
struct Review: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Show what a stage review asks, or write its answers down.",
    discussion: """
      Without an answer it shows when the look at the stage is due and which questions the playbook asks then. Each \
      answer is written down with its question; once none is open, so is the check, and the questions begin anew.

      --json gives id, account, title, stage, now, due, passed (a stage's time that ran out, and nobody looked since), \
      is_due (by this time on the next working day), clocks[] (rule, label, deadline, breached_at) and questions[] (checklist, item, label, state, answer, by, at); with an answer the record, as show.
      """)
  @OptionGroup var act: ActOptions
  @Option(
    name: .customLong("answer"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The answer to a question, by its id; one for each.", valueName: "question=text"))
  var answers: [String] = []
  @Option(help: "What else the look found.") var note: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let answers = try answers.map(Review.answer)
    if let twice = Dictionary(grouping: answers, by: { $0.question.lowercased() }).first(where: { $1.count > 1 }) {
      throw CommandFailure(.usage, "“\(twice.key)” is answered twice")
    }
    if answers.isEmpty, note == nil {
      if act.at != nil { throw CommandFailure(.usage, "--at goes with an answer") }
      return try show()
    }
    try performAll { context in
      guard let review = try context.review() else {
        throw CommandFailure(.refused, "\(act.id) has no stage to look at; check records a look at its progress")
      }
      return try review.commands(answering: answers, note: note)
    }
  }

  private static func answer(_ text: String) throws -> (question: String, text: String) {
    guard let mark = text.firstIndex(of: "="), let name = String(text[..<mark]).nonEmpty else {
      throw CommandFailure(.usage, "“\(text)” answers nothing; write --answer question=text")
    }
    return (name, String(text[text.index(after: mark)...]))
  }

  private func show() throws {
    let found = try FoundRecord(act.id, global)
    let (session, record) = (found.session, found.record)
    let until = RoomWindow(now: session.now, zone: session.zone, last: nil, policy: found.policy).until
    let review = record.stageReview(under: found.policy, now: session.now)
    if act.json {
      return Output.json(ReviewJSON.review(review, of: record, until: until, now: session.now))
    }
    guard let review else { return Output.line(Output.visible("\(record.id) has no stage to look at")) }
    Output.line(Output.visible("\(record.id) \(record.account.name): stage \(review.stage)"))
    for line in ReviewText(zone: session.zone, now: session.now).lines(review) { Output.line(Output.visible(line)) }
  }
}

extension Escalation {
  /// See ``stageReview(of:zone:now:)``.
  func stageReview(under policy: Policy, now: Instant) -> StageReview? {
    guard let playbook = policy.playbooks[self.playbook]?.value else { return nil }
    return stageReview(of: playbook, zone: policy.zone(of: account, playbook: self.playbook), now: now)
  }
}

extension ActContext {
  /// The look at its stage, as it stands when the act happens.
  func review() throws -> StageReview? {
    let (record, _, policies) = try record()
    return record.stageReview(under: try policies.policy(record.edition), now: act.occurred)
  }
}
