import ArgumentParser
import EscalationDomain
import EscalationStore
import Interchange

extension RiskGroup {
  struct Promote: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "promote", abstract: "Make a risk an escalation, which asks for help by a time.")
    @OptionGroup var act: RiskActOptions
    @Option(
      name: .customLong("needed-by"), parsing: .unconditional,
      help: ArgumentHelp("By when the help is needed.", valueName: "time"))
    var neededBy: String?
    @Option(help: "Severity, as the playbook names it; by default what the risk's signal and the facts suggest.")
    var severity: String?
    @Option(help: "Level, for playbooks by level.") var level: String?
    @Option(help: "Stage, for playbooks by stage.") var stage: String?
    @Option(help: "The governing playbook; by default the account's, its segment's, or the one that has the severity.")
    var playbook: String?
    @Option(help: "Who owns it; by default the risk's owner.") var owner: String?
    @Option(help: ArgumentHelp("The sum in dispute: “IDR 12,000,000”.", valueName: "money")) var amount: String?
    @Option(help: "Why; due where another grade is chosen than the facts suggest.") var reason: String?
    @Option(name: .customLong("as"), help: "The escalation's id; by default the store's next.") var escalation: String?
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try RiskVerb(act, global).carryOut { register in
        let session = register.session
        let policy = register.policy
        let risk = try register.found(RiskID(act.id)).risk
        let account = try register.facts(of: risk.entry.account)
        let book = try policy.governing(
          asked: playbook, account: account, team: try register.store.team(now: session.now),
          grade: severity ?? level ?? stage, signal: risk.entry.signal)
        let calendar = policy.calendarID(rule: nil, account: account, playbook: book)
        let times = Times(session: session, timeline: policy.calendars[calendar]?.value)
        let promotion = Promotion(
          neededBy: try neededBy.map { try times.by($0, as: "needed by") }, account: account, playbook: book.id,
          severity: severity, level: level, stage: stage,
          owner: owner.flatMap { Owner.named($0, actor: session.actor) },
          disputed: try amount.map { try Money(parsing: $0) }, reason: reason)
        let acted = Act(actor: session.actor, now: session.now)
        do {
          let done = try register.store.promote(
            risk.id, promotion, as: try escalation.map(EscalationID.init(typed:)), act: acted)
          times.echoes.print()
          try report(done, register)
        } catch Refusal.reasonRequired {
          let zone = policy.zone(of: account, playbook: book.id)
          let opening = try RiskDecision(policy: policy, zone: zone, act: acted).promote(risk, promotion)
          throw try ReasonDue.failure(opening, book, zone: zone, now: session.now)
        }
      }
    }

    private func report(_ done: (risk: Risk, performed: Performed), _ register: RiskBook) throws {
      let text = OpenedText(
        performed: done.performed, policy: register.policy, session: register.session, json: act.json)
      guard act.json else {
        Output.line(Output.visible("\(done.risk.id) is \(done.performed.record.id) now"))
        return text.print()
      }
      let (risk, entries) = try register.found(done.risk.id)
      let today = try register.today(of: risk.entry.account)
      Output.json(.object(["risk": RiskJSON.risk(risk, entries, today: today), "escalation": text.value]))
    }
  }
}

extension EscalationID {
  /// An id as somebody typed it.
  init(typed text: String) throws {
    self.init(text)
    guard isTypeable else { throw Refusal.unusableID(text) }
  }
}
