/// Writes Codable values as JSON without blanks, straight into bytes.
///
/// Foundation's encoder builds a tree of boxed values first; of an import's time it took more than half. This one writes
/// as values are handed to it, so a container must be done with before the one around it goes on, as synthesized
/// conformances are; anything else is refused.
enum CompactJSON {
  static func text(_ value: some Encodable) throws -> String {
    let writer = Writer()
    try value.encode(to: Place(writer: writer, depth: 0, codingPath: []))
    writer.close(downTo: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  final class Writer {
    private(set) var bytes: [UInt8] = []
    /// The containers that are open, outermost first.
    private var open: [(id: Int, end: UInt8, isEmpty: Bool)] = []
    private var opened = 0

    init() { bytes.reserveCapacity(256) }

    /// Opens a container within the `depth` that stay open, and gives its number.
    func begin(at depth: Int, keyed: Bool) -> Int {
      close(downTo: depth)
      opened += 1
      bytes.append(UInt8(ascii: keyed ? "{" : "["))
      open.append((opened, UInt8(ascii: keyed ? "}" : "]"), true))
      return opened
    }

    func close(downTo depth: Int) {
      while open.count > depth { bytes.append(open.removeLast().end) }
    }

    /// Makes ready for the next element of a container.
    func next(in id: Int, at depth: Int, _ value: Any?, _ path: [any CodingKey]) throws {
      close(downTo: depth + 1)
      guard open.count == depth + 1, open[depth].id == id else {
        throw EncodingError.invalidValue(
          value as Any, .init(codingPath: path, debugDescription: "its container has been closed"))
      }
      if open[depth].isEmpty { open[depth].isEmpty = false } else { bytes.append(UInt8(ascii: ",")) }
    }

    func key(_ key: String) {
      write(key)
      bytes.append(UInt8(ascii: ":"))
    }

    func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    func write(_ text: String) {
      var text = text
      bytes.append(UInt8(ascii: "\""))
      text.withUTF8 { utf8 in
        var start = 0
        for index in 0..<utf8.count where utf8[index] < 0x20 || utf8[index] == 0x22 || utf8[index] == 0x5C {
          bytes.append(contentsOf: utf8[start..<index])
          escape(utf8[index])
          start = index + 1
        }
        bytes.append(contentsOf: utf8[start...])
      }
      bytes.append(UInt8(ascii: "\""))
    }

    private func escape(_ byte: UInt8) {
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case 0x22, 0x5C: bytes.append(byte)
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: Array("u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
  }

  /// Where a value is written: `depth` containers around it.
  struct Place: Encoder, SingleValueEncodingContainer {
    let writer: Writer
    let depth: Int
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
      KeyedEncodingContainer(Keyed<Key>(writer, depth, codingPath))
    }
    func unkeyedContainer() -> any UnkeyedEncodingContainer { Unkeyed(writer, depth, codingPath) }
    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    func encodeNil() { writer.raw("null") }
    func encode(_ value: Bool) { writer.raw(value ? "true" : "false") }
    func encode(_ value: String) { writer.write(value) }
    func encode(_ value: some FixedWidthInteger & Encodable) { writer.raw(String(value)) }
    func encode(_ value: some BinaryFloatingPoint & Encodable) throws {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "the log holds whole numbers only"))
    }
    func encode(_ value: some Encodable) throws {
      try value.encode(to: self)
      writer.close(downTo: depth)
    }
  }

  struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: Writer
    let depth: Int
    let id: Int
    let codingPath: [any CodingKey]

    init(_ writer: Writer, _ depth: Int, _ path: [any CodingKey]) {
      (self.writer, self.depth, codingPath) = (writer, depth, path)
      id = writer.begin(at: depth, keyed: true)
    }

    private func place(_ key: String, _ value: Any?) throws -> Place {
      try writer.next(in: id, at: depth, value, codingPath)
      writer.key(key)
      return Place(writer: writer, depth: depth + 1, codingPath: codingPath)
    }

    func encodeNil(forKey key: Key) throws { try place(key.stringValue, nil).encodeNil() }
    func encode(_ value: Bool, forKey key: Key) throws { try place(key.stringValue, value).encode(value) }
    func encode(_ value: String, forKey key: Key) throws { try place(key.stringValue, value).encode(value) }
    func encode(_ value: Int, forKey key: Key) throws { try place(key.stringValue, value).writer.raw(String(value)) }
    func encode(_ value: Int64, forKey key: Key) throws { try place(key.stringValue, value).writer.raw(String(value)) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try place(key.stringValue, value).encode(value) }

    func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
      nested(key.stringValue).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      nested(key.stringValue).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { nested("super") }
    func superEncoder(forKey key: Key) -> any Encoder { nested(key.stringValue) }

    /// Where this container has been closed, nothing is written, and the first value within throws.
    private func nested(_ key: String) -> Place {
      (try? place(key, nil)) ?? Place(writer: Writer(), depth: 0, codingPath: codingPath)
    }
  }

  struct Unkeyed: UnkeyedEncodingContainer {
    let writer: Writer
    let depth: Int
    let id: Int
    let codingPath: [any CodingKey]
    private(set) var count = 0

    init(_ writer: Writer, _ depth: Int, _ path: [any CodingKey]) {
      (self.writer, self.depth, codingPath) = (writer, depth, path)
      id = writer.begin(at: depth, keyed: false)
    }

    private mutating func place(_ value: Any?) throws -> Place {
      try writer.next(in: id, at: depth, value, codingPath)
      count += 1
      return Place(writer: writer, depth: depth + 1, codingPath: codingPath)
    }

    mutating func encodeNil() throws { try place(nil).encodeNil() }
    mutating func encode(_ value: Bool) throws { try place(value).encode(value) }
    mutating func encode(_ value: String) throws { try place(value).encode(value) }
    mutating func encode(_ value: some Encodable) throws { try place(value).encode(value) }
    mutating func nestedContainer<Nested>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
      nested().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { nested() }

    private mutating func nested() -> Place {
      (try? place(nil)) ?? Place(writer: Writer(), depth: 0, codingPath: codingPath)
    }
  }
}
