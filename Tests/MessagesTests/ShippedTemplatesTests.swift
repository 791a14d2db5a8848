import EscalationDomain
import Messages
import PolicyFiles
import Testing

@Suite("The templates that ship")
struct ShippedTemplatesTests {
  struct Shipped: Sendable, CustomTestStringConvertible {
    var playbook: String
    var template: MessageTemplate
    var testDescription: String { "\(playbook) \(template.id)" }
  }

  static let all: [Shipped] = BuiltinPlaybooks.all.flatMap { file in
    let playbook = try? PlaybookFile.parse(file.text, file: file.name)
    return (playbook?.templates ?? []).map { Shipped(playbook: file.id, template: $0) }
  }

  @Test func `there are some`() { #expect(Self.all.count >= 7) }

  @Test(arguments: all)
  func `every field that must be there is in the text`(_ shipped: Shipped) throws {
    let draft = try MessageDraft(filling: shipped.template, with: MessageFields([:]))
    #expect(draft.missing == shipped.template.fields)
    for field in shipped.template.fields {
      #expect((draft.subject + draft.body).contains(MessageDraft.mark(field)), "\(field) is asked for and not used")
    }
  }

  @Test(arguments: all)
  func `filled it reads as plain text`(_ shipped: Shipped) throws {
    let names = shipped.template.fields + shipped.template.optional
    let values = Dictionary(uniqueKeysWithValues: names.map { ($0, MessageFields.Value.text("value of \($0)")) })
    let draft = try MessageDraft(filling: shipped.template, with: MessageFields(values))
    #expect(draft.missing == [])
    for name in names { #expect((draft.subject + draft.body).contains("value of \(name)")) }
    for mark in ["{{", "}}", "[["] { #expect(!(draft.subject + draft.body).contains(mark)) }
    #expect(draft.body == draft.body.trimmed)
  }
}

extension String {
  fileprivate var trimmed: String { nonEmpty ?? "" }
}
