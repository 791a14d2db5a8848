import EscalationDomain
import Messages
import Testing

@Suite("A template filled")
struct RenderingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var body: String
    var values: [String: MessageFields.Value]
    var text: String
    var missing: [String] = []

    init(
      _ description: String, _ body: String, _ values: [String: MessageFields.Value], _ text: String,
      missing: [String] = []
    ) {
      (testDescription, self.body, self.values, self.text, self.missing) = (description, body, values, text, missing)
    }
  }

  /// `title` and `steps` are required, `workaround` and `links` may stay away.
  static let cases = [
    Case("a value", "It is {{title}}.", ["title": .text("late"), "steps": .text("s")], "It is late."),
    Case(
      "nothing is escaped", "{{title}} {{{title}}} {{&title}}",
      ["title": .text("<a> & \"b\" 'c'"), "steps": .text("s")],
      "<a> & \"b\" 'c' <a> & \"b\" 'c' <a> & \"b\" 'c'"),
    Case(
      "what is missing is marked", "{{title}}: {{steps}}", [:], "[[title?]]: [[steps?]]", missing: ["title", "steps"]),
    Case(
      "a blank value is none", "{{title}}", ["title": .text(" \n"), "steps": .list(["", " "])], "[[title?]]",
      missing: ["title", "steps"]),
    Case(
      "a list stands in lines", "Steps\n{{#steps}}\n- {{.}}\n{{/steps}}\nEnd",
      ["title": .text("t"), "steps": .list(["one", "two"])], "Steps\n- one\n- two\nEnd"),
    Case(
      "and on one line", "Steps: {{steps}}", ["title": .text("t"), "steps": .list(["one", "two"])],
      "Steps: one; two"),
    Case(
      "a single value is a list of one", "{{#steps}}\n- {{.}}\n{{/steps}}",
      ["title": .text("t"), "steps": .text("only")], "- only"),
    Case(
      "a missing list is marked once", "{{#steps}}\n- {{.}}\n{{/steps}}", ["title": .text("t")], "- [[steps?]]",
      missing: ["steps"]),
    Case(
      "a section falls away without its value", "A\n{{#workaround}}\nTry {{workaround}}\n{{/workaround}}\nB",
      ["title": .text("t"), "steps": .text("s")], "A\nB"),
    Case(
      "and stands with it", "A\n{{#workaround}}\nTry {{workaround}}\n{{/workaround}}\nB",
      ["title": .text("t"), "steps": .text("s"), "workaround": .text("the old one")], "A\nTry the old one\nB"),
    Case(
      "an inverted one the other way round", "{{^workaround}}No way round it.{{/workaround}}",
      ["title": .text("t"), "steps": .text("s")], "No way round it."),
    Case(
      "and not with it", "A{{^workaround}}No way round it.{{/workaround}}",
      ["title": .text("t"), "steps": .text("s"), "workaround": .text("w")], "A"),
    Case(
      "an empty list is none", "A{{#links}}, {{.}}{{/links}}{{^links}} alone{{/links}}",
      ["title": .text("t"), "steps": .text("s"), "links": .list([])], "A alone"),
    Case("a remark is left out", "A{{! for the writer }}B", ["title": .text("t"), "steps": .text("s")], "AB"),
    Case(
      "braces in a value stay as they are", "{{title}} {{steps}}",
      ["title": .text("{{steps}} {{#x}}"), "steps": .text("{{% CONTENT_TYPE:HTML}}<b>")],
      "{{steps}} {{#x}} {{% CONTENT_TYPE:HTML}}<b>"),
    Case(
      "what a terminal would act on shows", "{{title}}",
      ["title": .text("a\u{1B}[31mb\u{7}\u{202E}c\u{200B}d"), "steps": .text("s")], "a␛[31mb␇<U+202E>c·d"),
    Case(
      "lines of a value stay lines", "{{title}}.", ["title": .text("one\r\ntwo\rthree\tfour"), "steps": .text("s")],
      "one\ntwo\nthree four."),
    Case(
      "a name that is not declared is not seen", "A{{secret}}",
      ["title": .text("t"), "steps": .text("s"), "secret": .text("x")], "A"),
  ]

  @Test(arguments: cases)
  func filled(_ row: Case) throws {
    let template = MessageTemplate(
      id: "t", label: "T", fields: ["title", "steps"], optional: ["workaround", "links"], body: row.body)
    let draft = try MessageDraft(filling: template, with: MessageFields(row.values))
    #expect(draft.body == row.text)
    #expect(draft.missing == row.missing)
  }

  @Test func `a subject is one line`() throws {
    let template = MessageTemplate(id: "t", label: "T", fields: ["title"], subject: "About {{title}}\n", body: "b")
    let draft = try MessageDraft(
      filling: template, with: MessageFields(["title": .text("orders\nBcc: all@example.com\u{1B}")]))
    #expect(draft.subject == "About orders Bcc: all@example.com␛")
  }

  @Test func `an edited draft lacks what is still marked`() throws {
    let template = MessageTemplate(id: "t", label: "T", fields: ["a", "b"], body: "{{a}} {{b}}")
    let draft = try MessageDraft(filling: template, with: MessageFields([:]))
    #expect(draft.edited(subject: "", body: "now known [[b?]]").missing == ["b"])
    #expect(draft.edited(subject: "[[a?]]", body: "written anew").missing == ["a"])
    #expect(draft.edited(subject: "", body: "written anew").missing == [])
  }

  @Test func `a fault of a template is told with its line`() {
    let template = MessageTemplate(id: "t", label: "T", fields: ["a"], body: "one\n{{#a}}two{{/b}}\nthree")
    let error = #expect(throws: TemplateError.self) {
      try MessageDraft(filling: template, with: MessageFields([:]))
    }
    #expect(error?.fault == "line 2: sectionCloseNameIncorrect")
  }
}
