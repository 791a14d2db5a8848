/// When a record is asked the lines of its lists, and which of them are answered.
///
/// A list is asked on dates, and on some of them afresh: then what was answered before counts no more. What was asked and
/// left open stays asked until it is answered.
struct Asking {
  let record: Escalation
  let playbook: Playbook
  /// The account's.
  let zone: Zone
  let today: LocalDate

  init(_ record: Escalation, _ playbook: Playbook, zone: Zone, now: Instant) {
    (self.record, self.playbook, self.zone, today) = (record, playbook, zone, zone.local(now).date)
  }

  /// The dates of one list.
  struct Dates {
    /// Before it nothing counts: the opening, the last update, the last check …
    var base: Instant
    var asked: AskedDates
    var renewed = AskedDates()
  }

  func date(_ instant: Instant) -> LocalDate { zone.local(instant).date }

  /// Nil where it is not a list's time.
  func state(of list: Checklist) -> ChecklistState? {
    guard let dates = dates(of: list) else { return nil }
    let since = roundStart(dates)
    let items = list.items.compactMap { item -> ChecklistState.Item? in
      let need = record.need(of: item)
      guard need != .no else { return nil }
      return .init(item: item, need: need, answer: answer(to: item, of: list, since: since))
    }
    return items.isEmpty ? nil : ChecklistState(checklist: list, since: since, items: items)
  }

  private func roundStart(_ dates: Dates) -> Instant {
    let renewed = dates.renewed.last(through: today).map { zone.instant($0, secondOfDay: 0) }
    return max(dates.base, renewed ?? dates.base)
  }

  /// The last decision of the round, else what is on record.
  private func answer(
    to item: ChecklistItem, of list: Checklist, since: Instant, proven: Bool = true
  ) -> ChecklistState.Item.Answer {
    let last = decisions(on: item, of: list).last { $0.stamp.at >= since }
    guard let last else {
      guard proven, let proof = proofs(of: item).last(where: { $0.isInForce(since: since) }) else { return .open }
      return .done(proof.stamp)
    }
    switch last.decision.choice {
    case .open: return .open
    case .done: return .done(last.stamp)
    case .notNeeded: return .notNeeded(last.stamp)
    case .carriedOver: return .carriedOver(last.stamp)
    }
  }

  /// Those of the present round of what is counted rather than dated, oldest first.
  private func decisions(on item: ChecklistItem, of list: Checklist) -> [Work.Decided] {
    let round = record.work.round
    return record.work.decisions.filter { decided in
      guard decided.decision.checklist == list.id, decided.decision.item == item.id else { return false }
      switch list.when {
      case .eachUpdate: return decided.round.updates == round.updates
      case .eachCheck: return decided.round.checks == round.checks
      case .eachGrade: return decided.round.grades == round.grades
      case .once, .closing, .daily, .untilDone, .afterResolution: return true
      }
    }
  }
}

// MARK: Since when

extension Asking {
  /// The first of the dates in a row on which a line was asked and left open; none where it is not asked by today. An
  /// answer counts for the dates at whose end it held, so one that is taken back on its day changes nothing.
  ///
  /// - Parameter graded: since when the grades have asked for it.
  func openSince(_ item: ChecklistItem, of list: Checklist, graded: Instant) -> LocalDate? {
    guard var dates = dates(of: list) else { return nil }
    var decided = decisions(on: item, of: list)
    if list.when == .eachCheck { (dates, decided) = leftOver(item, of: list) }
    decided = decided.filter { $0.stamp.at >= dates.base }
    var first = max(date(dates.base), date(graded))
    for (index, answer) in decided.enumerated() where answer.decision.choice.isAnswer {
      let given = date(answer.stamp.at)
      let next = index + 1 < decided.count ? date(decided[index + 1].stamp.at) : nil
      let ends = [next, dates.renewed.first(from: given.adding(days: 1))].compactMap(\.self)
      if let end = ends.min(), end > given, end <= today { first = max(first, end) }
    }
    for proof in proofs(of: item) {
      let given = date(max(proof.stamp.at, dates.base))
      let end = proof.lasts ? proof.until.map(date) : dates.renewed.first(from: given.adding(days: 1))
      if let end, end > given, end <= today { first = max(first, end) }
    }
    if let lapsed = lapsed(item) { first = max(first, lapsed) }
    let round = dates.renewed.last(through: first) ?? date(dates.base)
    if let asked = dates.asked.first(from: round), asked <= first { return first <= today ? first : nil }
    return dates.asked.first(from: first).flatMap { $0 <= today ? $0 : nil }
  }

  /// A check settles its list, but for the lines that somebody left over it: for those the rounds before count as well.
  private func leftOver(_ item: ChecklistItem, of list: Checklist) -> (Dates, [Work.Decided]) {
    let own = record.work.decisions.filter { $0.decision.checklist == list.id && $0.decision.item == item.id }
    var round = record.work.round.checks
    while let last = own.last(where: { $0.round.checks.number == round.number - 1 }),
      last.decision.choice == .carriedOver
    {
      round = last.round.checks
    }
    return (checks(since: round), own.filter { $0.round.checks.number >= round.number })
  }
}

// MARK: What is on record

extension Asking {
  /// What on record says that an item is done.
  struct Proof {
    var stamp: Work.Stamp
    /// It says so on later dates too.
    var lasts = false
    /// When it ceased to.
    var until: Instant?

    func isInForce(since: Instant) -> Bool { lasts ? until == nil : stamp.at >= since }
  }

  /// Oldest first.
  private func proofs(of item: ChecklistItem) -> [Proof] {
    let work = record.work
    func lasting(_ stamps: [Work.Stamp]) -> [Proof] {
      stamps.filter { $0.at >= work.since }.map { Proof(stamp: $0, lasts: true) }
    }
    switch item.doneBy {
    case .hypothesisStated: return lasting(work.hypotheses.map(\.stamp))
    case .customerConfirmed: return lasting(work.customerConfirmed.map { [$0.stamp] } ?? [])
    case .decisionTaken: return work.rulings.map { Proof(stamp: $0.stamp) }
    case .customerUpdate: return work.told.map { [Proof(stamp: $0)] } ?? []
    case .promised: return promises
    case .allDone(let group):
      let steps = playbook.process.filter { $0.group == group }.map { work.steps[$0.id] }
      let done = steps.compactMap(\.self)
      return done.count < steps.count ? [] : lasting(done.max { $0.at < $1.at }.map { [$0] } ?? [])
    case .raised(let path): return lasting(work.raisedPaths.filter { $0.value.path == path }.map(\.stamp))
    case .decided(let list, let item):
      let answers = answers(list, item)
      let stamps = answers.compactMap(\.answer.stamp)
      return stamps.count < answers.count ? [] : lasting(stamps.max { $0.at < $1.at }.map { [$0] } ?? [])
    case nil: return []
    }
  }

  /// An update that is promised holds until its time or the word itself.
  private var promises: [Proof] {
    let rules = Set(playbook.clocks.filter { ClockPurpose($0) == .promise }.map(\.id))
    return record.clocks.filter { rules.contains($0.rule) }.map { clock in
      let told = record.work.told.flatMap { $0.at == clock.started ? $0 : nil }
      let passed = clock.due.deadline.flatMap { $0 < record.asOf ? $0 : nil }
      return Proof(
        stamp: told ?? Work.Stamp(at: clock.started, by: record.owner ?? Draft.clockActor), lasts: true,
        until: [clock.ended, passed].compactMap(\.self).min())
    }
  }

  private func answers(_ id: String, _ item: String?) -> [(
    list: Checklist, item: ChecklistItem, answer: ChecklistState.Item.Answer
  )] {
    guard let list = playbook.checklists.first(where: { $0.id == id }), let dates = dates(of: list) else { return [] }
    let since = roundStart(dates)
    return list.items.filter { record.need(of: $0) != .no && (item == nil || $0.id == item) }.map {
      (list, $0, answer(to: $0, of: list, since: since, proven: false))
    }
  }

  /// Since when another list's line has been open that would be this one's proof.
  private func lapsed(_ item: ChecklistItem) -> LocalDate? {
    guard case .decided(let list, let line) = item.doneBy else { return nil }
    return answers(list, line).filter { $0.answer.stamp == nil }.compactMap {
      openSince($0.item, of: $0.list, graded: record.work.since)
    }.min()
  }
}

extension ChecklistState.Item.Answer {
  /// Who settled it; none for what is open.
  fileprivate var stamp: Work.Stamp? {
    switch self {
    case .open, .carriedOver: nil
    case .done(let stamp), .notNeeded(let stamp): stamp
    }
  }
}

extension ItemDecision.Choice {
  /// Whether nothing is left to do or decide.
  fileprivate var isAnswer: Bool { self == .done || self == .notNeeded }
}
