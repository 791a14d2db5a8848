import EscalationDomain
import Messages

extension Model {
  /// What fills the templates of a record; none until it and its playbook are read.
  func composition(for id: EscalationID) -> MessageComposition? {
    guard let record = records[id], let policy = policies?.book.editions[record.escalation.edition],
      let playbook = policy.playbooks[record.escalation.playbook]?.value
    else { return nil }
    var composition = MessageComposition(
      record.escalation, playbook: playbook, policy: policy, history: record.history, timeline: record.timeline,
      actor: viewer.actor, zone: viewer.zone)
    composition.risk = record.registers?.risk
    return composition
  }

  /// The same with what a letter's writer adds.
  func composition(of letter: Letter) -> MessageComposition? {
    guard var composition = composition(for: letter.subject.id) else { return nil }
    let reading = reading(for: letter.form)
    let next = (try? Form.instant(letter.form.text(.next), reading, in: .next)) ?? nil
    composition.next = next.flatMap { $0 > now ? $0 : nil }
    composition.channel = letter.form.text(.channel).nonEmpty
    composition.to = letter.readers(of: composition.record)
    // Nobody named: a notice is for everyone who is still to be told.
    composition.toAll = composition.to.isEmpty && letter.template.countsAs.contains(.notification)
    composition.given = letter.given
    return composition
  }

  /// Fills a letter anew. One whose record is not at hand stays as it was.
  func fill(_ letter: inout Letter) {
    guard let composition = composition(of: letter) else { return }
    do {
      var draft = try composition.draft(letter.template)
      if let edited = letter.edited {
        let template = letter.template
        let names = template.fields + template.optional
        let text = edited.filled(composition.fields(for: template).values, names)
        draft.missing = template.fields
        draft = draft.edited(subject: text.subject, body: text.body)
      }
      // A promise that cannot be read, or whose time has passed, is asked for again.
      if letter.form.text(.next).nonEmpty != nil, draft.next == nil,
        !draft.missing.contains(MessageComposition.promise)
      {
        draft.missing.append(MessageComposition.promise)
      }
      letter.draft = draft
    } catch {
      letter.draft = nil
      letter.failure = "the template cannot be filled: \(error.fault)"
    }
  }

  /// Asks for what is lacking and fills the rest.
  func renew(_ letter: inout Letter) {
    guard !letter.phase.isUnderWay, let composition = composition(of: letter) else { return }
    letter.askForLacking(composition)
    fill(&letter)
  }

  /// The templates to choose from. O(templates × fields).
  func choices(for id: EscalationID) -> [Composer.Choice]? {
    guard let composition = composition(for: id) else { return nil }
    let next = composition.record.nextTemplate(of: composition.playbook)?.id
    return composition.record.templates(of: composition.playbook).map { template in
      Composer.Choice(
        template: template, missing: composition.fields(for: template).missing(for: template),
        isNext: template.id == next)
    }
  }
}
