extension ArraySlice<UInt8> {
  /// Whether those bytes stand somewhere in these, one behind the other. O(n·m), and O(n) where the first is rare.
  func contains(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, bytes.count <= count else { return bytes.isEmpty }
    return withUnsafeBufferPointer { text in
      (0...text.count - bytes.count).contains { start in
        text[start] == first && bytes.indices.allSatisfy { text[start + $0] == bytes[$0] }
      }
    }
  }
}
