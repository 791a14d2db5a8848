import EscalationDomain

// One row: its fields read, its question answered.

extension BatchAudit {
  mutating func answer(_ line: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    guard line.count <= BatchAudit.longestLine else {
      let start = line.prefix(BatchAudit.quotedOfLongLine)
      return refuse(start, "the line is longer than \(BatchAudit.longestLine) bytes; split it", into: &output)
    }
    do {
      try object.scan(line)
    } catch {
      return refuse(line[...], "this is no JSON object: see column \(error.offset + 1)", into: &output)
    }
    if line.contains(where: { $0 >= 0x80 }), String(validating: line, as: UTF8.self) == nil {
      return refuse(line[...], "this is no UTF-8; convert the file", into: &output)
    }
    let result: Result<Answer, Refusal>
    do throws(Refusal) {
      result = .success(question == .deadline ? try deadline(line) : try elapsed(line))
    } catch {
      refused += 1
      result = .failure(error)
    }
    write(line, result, into: &output)
  }

  /// A line without keys to keep.
  private mutating func refuse(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, _ reason: String, into output: inout [UInt8]
  ) {
    refused += 1
    output += "{\"line\":".utf8
    JSONText.append(String(decoding: line, as: UTF8.self), to: &output)
    output += ",\"error\":".utf8
    JSONText.append(reason, to: &output)
    output.append(UInt8(ascii: "}"))
  }

  private mutating func deadline(_ line: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Answer {
    let start = try instant("from", line)
    let target = try target(line)
    let due: Due
    do {
      due = try target.due(from: start, on: timeline)
    } catch {
      throw Refusal(text: "\(error)")
    }
    switch due {
    case .at(let deadline): return .deadline(deadline)
    case .window(let opens, let late): return .window(opens: opens, late: late)
    case .waiting(let fact): throw Refusal(text: BatchAudit.unknown(fact))
    }
  }

  private func elapsed(_ line: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Answer {
    let start = try instant("from", line)
    return .seconds(timeline.workingSeconds(from: start, to: try instant("to", line)))
  }

  private mutating func target(_ line: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Target {
    let text = try text("target", line)
    if let known = targets[text] { return try known.get() }
    let result: Result<Target, Refusal>
    do {
      let target = try Target(parsing: text)
      // A `min` would pass over what it does not know, and a row knows nothing but its start.
      if let fact = target.facts.map(BatchAudit.unknown).sorted().first {
        result = .failure(Refusal(text: fact))
      } else {
        result = .success(target)
      }
    } catch {
      result = .failure(Refusal(text: "\(error)"))
    }
    if targets.count < BatchAudit.rememberedTargets { targets[text] = result }
    return try result.get()
  }

  private static func unknown(_ fact: AccountDateOrField) -> String {
    "the target needs \(fact), which a row does not carry"
  }

  // MARK: Fields

  /// The one member of a name, in quotes or out of them spelled as it may be.
  private func member(
    _ name: StaticString, _ line: UnsafeBufferPointer<UInt8>
  ) throws(Refusal) -> JSONObjectLine.Member {
    var found: JSONObjectLine.Member?
    for member in object.members where matches(member, name, line) {
      guard found == nil else { throw Refusal(text: "the key \"\(name)\" stands here twice; keep one") }
      found = member
    }
    guard let found else { throw Refusal(text: "the key \"\(name)\" is missing; add it") }
    guard line[found.value.lowerBound] == UInt8(ascii: "\"") else {
      throw Refusal(text: "\"\(name)\" is no text; put it in quotes")
    }
    return found
  }

  func matches(
    _ member: JSONObjectLine.Member, _ name: StaticString, _ line: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if member.keyIsEscaped { return JSONText.decoded(line[member.key]) == name.description }
    guard member.key.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<name.utf8CodeUnitCount {
      guard line[member.key.lowerBound + offset] == name.utf8Start[offset] else { return false }
    }
    return true
  }

  private func text(_ name: StaticString, _ line: UnsafeBufferPointer<UInt8>) throws(Refusal) -> String {
    let value = try member(name, line).value
    guard let text = JSONText.decoded(line[value.lowerBound + 1..<value.upperBound - 1]) else {
      throw Refusal(text: "\"\(name)\" has an escape that is half a character")
    }
    return text
  }

  private func instant(_ name: StaticString, _ line: UnsafeBufferPointer<UInt8>) throws(Refusal) -> Instant {
    let value = try member(name, line).value
    let bytes = UnsafeBufferPointer(rebasing: line[value.lowerBound + 1..<value.upperBound - 1])
    if let instant = Instant(iso8601: bytes) { return instant }
    if let text = JSONText.decoded(bytes[...]), let instant = Instant(iso8601: text) { return instant }
    throw Refusal(
      text: "\"\(name)\" is no instant; write ISO 8601 with Z or an offset, like 2026-03-01T09:00:00Z")
  }
}
