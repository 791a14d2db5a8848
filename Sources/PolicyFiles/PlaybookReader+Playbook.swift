import EscalationDomain
import YAMLReading

extension PlaybookReader {
  /// The playbook, as far as it can be read; nil where the file is no mapping at all.
  mutating func playbook(_ root: YAMLValue) -> Playbook? {
    guard let entry = mapping(root, .playbook) else { return nil }
    var playbook = Playbook(id: requiredText(entry, "id"), name: requiredText(entry, "name"))
    playbook.purpose = text(entry, "purpose") ?? ""
    playbook.calendar = text(entry, "calendar")
    playbook.severityChange = choice(entry, "on_severity_change", SeverityChange.self) ?? .fromStart
    playbook.notes = texts(entry, "notes")
    // Before everything that has tables by grade, wherever they stand in the file.
    playbook.severities = scale(entry, .severity)
    playbook.levels = scale(entry, .level)
    playbook.stages = scale(entry, .stage)
    playbook.clocks = list(entry, "clocks", required: true) { $0.clock($1) }
    if let value = entry.optional("warnings") { playbook.warnings = warnings(value) }
    playbook.process = list(entry, "process") { $0.step($1) }
    playbook.checklists = list(entry, "checklists") { $0.checklist($1) }
    playbook.gates = list(entry, "gates") { $0.gate($1) }
    playbook.hypotheses = list(entry, "hypotheses") { $0.hypothesis($1) }
    playbook.outline = list(entry, "outline") { $0.outlineItem($1) }
    playbook.notify = list(entry, "notify") { $0.notify($1) }
    playbook.signals = list(entry, "signals") { $0.signal($1) }
    playbook.paths = list(entry, "paths") { $0.path($1) }
    playbook.contactMatrix = list(entry, "contact_matrix") { $0.contact($1) }
    playbook.templates = list(entry, "templates") { $0.template($1) }
    playbook.guidance = list(entry, "guidance") { $0.guidance($1) }
    playbook.toolkits = list(entry, "toolkits") { $0.toolkit($1) }
    playbook.metrics = list(entry, "metrics") { $0.metric($1) }
    if let value = entry.optional("health") { playbook.health = health(value) }
    if let value = entry.optional("room") { playbook.room = room(value) }
    return playbook
  }

  private mutating func scale(_ parent: YAMLMapping, _ scale: Scale) -> [Grade] {
    let grades = list(parent, scale.key) { $0.grade($1, scale) }
    self.grades[scale] = grades.map(\.id)
    return grades
  }
}
