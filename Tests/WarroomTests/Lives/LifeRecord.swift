/// A record as `show --json` gives it: what a life looks at, in the words of its table.
struct LifeRecord: Decodable {
  var title, status: String
  var severity, level, stage, owner, detection, currency, renewal, disputedCurrency, likelyHypothesis: String?
  var arr, disputed: Int?
  var band: Int
  var suggestion: Suggestion?
  var closing: Closing?
  private var clocks: [Clock]
  private var checklist: [Item]
  private var gates: [Gate]
  private var obligations: [Obligation]
  private var tasks: [Job]
  private var messages: [Sent]
  private var paths: [Path]
  var timeline: [Entry]
  var health: Health?

  struct Suggestion: Decodable {
    var level: String?
    var signals: [String]
  }

  struct Closing: Decodable {
    var outcome: String?
    var csat: Int?
    var passedOver: [String]
  }

  struct Entry: Decodable {
    var at, actor, text: String
    var why: String?
  }

  private struct Item: Decodable { var checklist, item, need, state, when: String }

  private struct Obligation: Decodable {
    var stakeholder, state: String
    var channel, by, at, note, reason: String?
  }

  private struct Job: Decodable {
    var id, title, state: String
    var owner, due, origin: String?
  }

  private struct Sent: Decodable {
    var number: Int
    var at: String
    var template, channel, next: String?
    var to: [String]
  }

  private struct Path: Decodable {
    var id, state: String
    var calledSince, at, note: String?
    var to: [String]
  }

  /// Every cycle of these rules, rule by rule; of all rules, in the order in which they started, where none is named.
  func clocks(_ rules: String...) -> [String] {
    guard !rules.isEmpty else { return clocks.map(\.words) }
    return rules.flatMap { rule in clocks.filter { $0.rule == rule }.map(\.words) }
  }

  /// The newest cycle of each of these rules.
  func latest(_ rules: String...) -> [String] {
    rules.compactMap { rule in clocks.last { $0.rule == rule }?.words }
  }

  /// The rules of the clocks that are not over.
  var running: [String] { clocks.filter { $0.ended == nil }.map(\.rule) }

  /// `document 3 of 10`: decided of asked.
  var lists: [String] {
    var names: [String] = []
    let checklist = checklist.filter { !["daily", "until-done"].contains($0.when) }
    for item in checklist where !names.contains(item.checklist) { names.append(item.checklist) }
    return names.map { name in
      let items = checklist.filter { $0.checklist == name }
      return "\(name) \(items.filter { $0.state != "open" }.count) of \(items.count)"
    }
  }

  /// `actions/team if-needed open`: the items that a person may decide against.
  var ifNeeded: [String] {
    checklist.filter { $0.need == "if-needed" }.map { "\($0.checklist)/\($0.item) \($0.state)" }
  }

  var gateWords: [String] { gates.map(\.words) }

  /// `3 of 5`: told or waived of all whom the matrix names.
  var told: String { "\(obligations.filter { $0.state != "open" }.count) of \(obligations.count)" }

  /// Whom the matrix names, with the proof where they heard: `VP email: told by ann 03-06 17:10, called him`.
  var notices: [String] {
    obligations.map { one in
      let proof = [one.by.map { "by \($0) \((one.at ?? "-").lifeTime)" }, one.note, one.reason].compactMap { $0 }
      return "\(one.stakeholder) \(one.channel ?? "any"): \(one.state)"
        + (proof.isEmpty ? "" : " " + proof.joined(separator: ", "))
    }
  }

  /// `T1 Call them, cem, due 03-12 20:00, open`.
  var jobs: [String] {
    tasks.map { "\($0.id) \($0.title), \($0.owner ?? "-"), due \(($0.due ?? "-").lifeTime), \($0.state)" }
  }

  /// `1 to-customer by email to Bo at 03-06 18:00, next 03-06 21:00`.
  var sent: [String] {
    messages.map { one in
      "\(one.number) \(one.template ?? "-") by \(one.channel ?? "-") to \(one.to.joined(separator: ", ")) at "
        + one.at.lifeTime + (one.next.map { ", next \($0.lifeTime)" } ?? "")
    }
  }

  /// `next-level called 03-07 10:00`.
  var pathWords: [String] {
    paths.map { "\($0.id) \($0.state)" + (($0.calledSince ?? $0.at).map { " " + $0.lifeTime } ?? "") }
  }
}
