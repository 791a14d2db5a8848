import EscalationDomain

// The row written back: every key where it was, the answer replaced or added.

extension BatchAudit {
  /// A field of the answer; its value is JSON already.
  private struct Field {
    let name: StaticString
    let value: [UInt8]
  }

  func write(
    _ line: UnsafeBufferPointer<UInt8>, _ result: Result<Answer, Refusal>, into output: inout [UInt8]
  ) {
    let fields = BatchAudit.fields(result)
    if object.members.contains(where: { isAnswer($0, fields, line) }) {
      replace(fields, in: line, isGood: (try? result.get()) != nil, into: &output)
    } else {
      output.append(UInt8(ascii: "{"))
      if let first = object.members.first, let last = object.members.last {
        output += line[first.start..<last.value.upperBound]
      }
      for (index, field) in fields.enumerated() {
        append(field, isFirst: index == 0 && object.members.isEmpty, to: &output)
      }
    }
    output.append(UInt8(ascii: "}"))
  }

  private static func fields(_ result: Result<Answer, Refusal>) -> [Field] {
    switch result {
    case .success(.deadline(let deadline)): [Field(name: "deadline", value: text(deadline))]
    case .success(.window(let opens, let late)):
      [Field(name: "opens", value: text(opens)), Field(name: "deadline", value: text(late))]
    case .success(.seconds(let seconds)): [Field(name: "seconds", value: Array(String(seconds).utf8))]
    case .failure(let refusal): [Field(name: "error", value: text(refusal))]
    }
  }

  private var answerKey: StaticString { question == .deadline ? "deadline" : "seconds" }

  /// Whether a member of the row is, or was in an earlier run, part of an answer.
  private func isAnswer(
    _ member: JSONObjectLine.Member, _ fields: [Field], _ line: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    matches(member, "error", line) || matches(member, answerKey, line)
      || fields.contains { matches(member, $0.name, line) }
  }

  /// The row member by member. In a bad row the old answer becomes null; in a good one the old error goes.
  private func replace(
    _ fields: [Field], in line: UnsafeBufferPointer<UInt8>, isGood: Bool, into output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "{"))
    var unwritten = fields
    var isFirst = true
    for member in object.members {
      let value: [UInt8]
      if let field = fields.first(where: { matches(member, $0.name, line) }) {
        guard let index = unwritten.firstIndex(where: { matches(member, $0.name, line) }) else { continue }
        unwritten.remove(at: index)
        value = field.value
      } else if isGood, matches(member, "error", line) {
        continue
      } else if !isGood, matches(member, answerKey, line) {
        value = Array("null".utf8)
      } else {
        value = Array(line[member.value])
      }
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      output += line[member.start..<member.value.lowerBound]
      output += value
    }
    for field in unwritten {
      append(field, isFirst: isFirst, to: &output)
      isFirst = false
    }
  }

  private func append(_ field: Field, isFirst: Bool, to output: inout [UInt8]) {
    if !isFirst { output.append(UInt8(ascii: ",")) }
    output.append(UInt8(ascii: "\""))
    output += UnsafeBufferPointer(start: field.name.utf8Start, count: field.name.utf8CodeUnitCount)
    output += "\":".utf8
    output += field.value
  }

  private static func text(_ refusal: Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONText.append(refusal.text, to: &bytes)
    return bytes
  }

  private static func text(_ instant: Instant) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Instant.textLength + 2) { buffer, count in
      buffer[0] = UInt8(ascii: "\"")
      instant.write(into: UnsafeMutableBufferPointer(rebasing: buffer[1...]))
      buffer[Instant.textLength + 1] = UInt8(ascii: "\"")
      count = Instant.textLength + 2
    }
  }
}
