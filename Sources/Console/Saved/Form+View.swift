import EscalationDomain
import Screen

extension Form {
  private static let noKey = "none"

  /// - Parameter view: the one that is changed; none for what the board shows.
  static func viewFields(_ view: SavedView?, _ model: Model) -> [FormField] {
    // A view that is shown otherwise than it was saved is most likely to be saved anew.
    let shown = model.currentView.map { model.views[$0] }
    let present = view ?? shown.flatMap { $0.sorting == model.board.sorting ? nil : $0 }
    let free = model.views.freeKeys.filter(model.isViewKey)
    let keys = SavedView.keys.filter { free.contains($0) || $0 == present?.key }
    let choices =
      keys.map { FormField.Choice(id: "F\($0)", name: "") } + [FormField.Choice(id: noKey, name: "no key")]
    let proposed = present.map(\.key) ?? free.first
    return [
      FormField(.name, "Name", text: present?.name ?? "", hint: "a word or two", required: true),
      FormField(
        .filter, "Filter", text: view?.filter ?? model.board.filter.text, hint: "empty: every open escalation"),
      FormField(.key, "Key", choices, at: keys.firstIndex { $0 == proposed } ?? keys.count),
    ]
  }

  fileprivate func savedView(_ sorting: Sorting) -> SavedView {
    SavedView(
      text(.name).nonEmpty ?? "", text(.filter).nonEmpty ?? "", order: sorting.order, reversed: sorting.isReversed,
      key: Int(text(.key).dropFirst()))
  }
}

extension Model {
  /// - Parameter view: the one to change, by its place; none to save what the board shows.
  mutating func openViewForm(_ view: Int?) {
    var form = freshViewForm(view)
    if let draft = drafts[form.name], draft.view == view {
      form = draft
      form.isDraft = true
    } else if view == nil, drafts[form.name] == nil, let draft = adopted(form) {
      form = draft
      form.isDraft = true
    }
    overlay = .form(form)
  }

  private func freshViewForm(_ view: Int?) -> Form {
    let saved = view.flatMap { views.indices.contains($0) ? views[$0] : nil }
    var form = Form(.view, on: .new, fields: Form.viewFields(saved, self))
    form.view = view
    return form
  }

  /// Saving, leaving and starting over; false for what every form does.
  mutating func editView(_ form: inout Form, _ command: ConsoleCommand.ID, _ key: Key) -> Bool {
    switch command {
    case .leaveForm:
      let isTouched = form.fields != freshViewForm(form.view).fields
      form.isDraft = false
      drafts[form.name] = isTouched ? form : nil
      if isTouched { tell(.told, "\(form.title): kept as a draft") }
      overlay = form.view.map { .views(ViewsPanel(highlighted: $0)) }
    case .discardDraft:
      drafts[form.name] = nil
      overlay = .form(freshViewForm(form.view))
    case .submit where key != .enter || form.focus == form.fields.count - 1: save(&form)
    default: return false
    }
    return true
  }

  private mutating func save(_ form: inout Form) {
    let list = views
    form.problems = [:]
    if form.text(.name).nonEmpty == nil { form.problems[.name] = "is missing" }
    if let namesake = list.place(of: form.text(.name).nonEmpty ?? ""), let view = form.view, view != namesake {
      form.problems[.name] = "another view has this name"
    }
    let filter = form.text(.filter).nonEmpty ?? ""
    do throws(FilterError) {
      _ = try Filter(
        parsing: filter, of: .escalations, vocabulary: FilterVocabulary(board.lens.playbooks, rows: board.board.rows))
    } catch {
      form.problems[.filter] = error.sentence(in: filter)
    }
    if let first = form.fields.firstIndex(where: { form.problems[$0.id] != nil }) {
      form.focus = first
      overlay = .form(form)
      return
    }
    if form.view == nil, let namesake = list.place(of: form.text(.name).nonEmpty ?? "") {
      // What somebody has got used to does not go without a word.
      form.phase = .reviewing(.replacing(namesake))
      overlay = .form(form)
      return
    }
    keep(form, in: list)
  }

  /// What a form would put in a view's place. It keeps its key, unless another was chosen.
  private func replaced(_ old: SavedView, by form: Form) -> SavedView {
    var view = form.savedView(board.sorting)
    if form.text(.key) == freshViewForm(nil).text(.key) { view.key = old.key ?? view.key }
    return view
  }

  /// What saving would do to the view that has the name already, as a question asks it.
  func replacement(of place: Int, by form: Form) -> String? {
    guard views.indices.contains(place) else { return nil }
    let old = views[place]
    let new = replaced(old, by: form)
    let key = keyName(of: new).map { new.key == old.key ? " It keeps \($0)." : " \($0) shows it." } ?? ""
    return "There is a view “\(old.name)” already: \(old.told). From now on it would show: \(new.told).\(key)"
  }

  /// A new one of a name that there is takes that one's place.
  mutating func keep(_ form: Form, in list: [SavedView]) {
    var list = list
    drafts[form.name] = nil
    if let index = form.view, list.indices.contains(index) {
      let view = form.savedView(list[index].sorting)
      list[index] = view
      desk.views = list
      overlay = .views(ViewsPanel(highlighted: index))
      return tell(.done, "view “\(view.name)” changed")
    }
    let namesake = list.place(of: form.text(.name).nonEmpty ?? "")
    let view = namesake.map { replaced(list[$0], by: form) } ?? form.savedView(board.sorting)
    if let namesake { list[namesake] = view } else { list.append(view) }
    desk.views = list
    overlay = nil
    let key = keyName(of: view).map { ", \($0) shows it" } ?? ""
    tell(.done, "view “\(view.name)” \(namesake == nil ? "saved" : "replaced")\(key)")
    showView(namesake ?? list.count - 1)
  }
}

extension SavedView {
  /// What it shows, in words.
  fileprivate var told: String {
    filterShown + (sorting.isStandard ? "" : ", by \(sortedBy.name)\(isReversed ? ", the other way round" : "")")
  }
}
