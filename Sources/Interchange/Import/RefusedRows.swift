import Glibc

/// Writes bad rows as they stood, each with its line and the reason, to a file that can be corrected and imported.
struct RefusedRows {
  let path: String
  let format: ImportProfile.Format
  let separator: UInt8
  let encoding: TextEncoding

  /// The file takes its name once it is whole; one that was there before is replaced then.
  func write(_ rows: [(RowError, RowPlace)], header: RowPlace?, from input: InputFile) throws {
    let part = path + ".part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ImportFailure.cannotWrite(path: path, code: errno) }
    var output = Output(descriptor: descriptor, path: path)
    do {
      if let header {
        output.put("line\(separatorText)reason\(separatorText)")
        try copy(header, from: input, to: &output)
        output.put("\n")
      }
      for (error, place) in rows { try write(error, place, from: input, to: &output) }
      try output.flush()
      close(descriptor)
    } catch {
      close(descriptor)
      unlink(part)
      throw error
    }
    guard rename(part, path) == 0 else {
      let code = errno
      unlink(part)
      throw ImportFailure.cannotWrite(path: path, code: code)
    }
  }

  /// Takes the file away again.
  func discard() { unlink(path) }

  private var separatorText: String { String(decoding: [separator], as: UTF8.self) }

  private func write(
    _ error: RowError, _ place: RowPlace, from input: InputFile, to output: inout Output
  ) throws {
    switch format {
    case .csv:
      output.put("\(error.line)\(separatorText)\(csvQuoted(error.reason))\(separatorText)")
      try copy(place, from: input, to: &output)
    case .jsonl:
      output.put("{\"line\": \(error.line), \"reason\": \(jsonQuoted(error.reason))")
      // An object goes on with its own members; anything else would not be one with ours before it.
      let start = try input.read(place) { bytes in bytes.firstIndex { !isBlank($0) }.map { ($0, bytes[$0]) } }
      if let (index, first) = start, first == UInt8(ascii: "{") {
        let rest = RowPlace(
          line: place.line, offset: place.offset + UInt64(index) + 1, length: place.length - index - 1)
        let second = try input.read(rest) { bytes in bytes.first { !isBlank($0) } }
        output.put(second == UInt8(ascii: "}") ? "" : ", ")
        try copy(rest, from: input, to: &output)
      } else {
        let text = try input.read(place) { String(decoding: $0, as: UTF8.self) }
        output.put(", \"row\": \(jsonQuoted(text))}")
      }
    }
    output.put("\n")
    try output.flushIfLarge()
  }

  /// In pieces, for a row may be refused because it is huge.
  private func copy(_ place: RowPlace, from input: InputFile, to output: inout Output) throws {
    var done = 0
    while done < place.length {
      let piece = RowPlace(
        line: place.line, offset: place.offset + UInt64(done), length: min(place.length - done, 1 << 18))
      try input.read(piece) { bytes in output.put(bytes) }
      try output.flushIfLarge()
      done += piece.length
    }
  }

  private func csvQuoted(_ text: String) -> String {
    "\"" + plain(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private func jsonQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in plain(text).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<" ":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Our words in the file's own encoding: beyond ASCII only where that is UTF-8.
  private func plain(_ text: String) -> String {
    encoding == .utf8 ? text : String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isASCII ? $0 : "?" }))
  }

  private struct Output {
    let descriptor: Int32
    let path: String
    private var buffer: [UInt8] = []

    init(descriptor: Int32, path: String) {
      self.descriptor = descriptor
      self.path = path
    }

    mutating func put(_ text: String) { buffer += text.utf8 }
    mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) { buffer += bytes }

    mutating func flushIfLarge() throws { if buffer.count >= 1 << 18 { try flush() } }

    mutating func flush() throws {
      var done = 0
      while done < buffer.count {
        let written = buffer.withUnsafeBytes { bytes in
          Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        }
        if written < 0 {
          if errno == EINTR { continue }
          throw ImportFailure.cannotWrite(path: path, code: errno)
        }
        done += written
      }
      buffer.removeAll(keepingCapacity: true)
    }
  }
}
