import EscalationDomain

/// Where every good row of a file is and where it belongs: what the first pass keeps of a row, 48 bytes of it.
struct RowIndex {
  struct Entry {
    var instant: Int64
    var order: Int64
    var offset: UInt64
    var hash: UInt64
    var line: UInt32
    var length: UInt32
    var key: UInt32

    var place: RowPlace { RowPlace(line: Int(line), offset: offset, length: Int(length)) }
  }

  private(set) var entries: [Entry] = []
  private(set) var ids: [String] = []
  private var keys: [String: UInt32] = [:]

  mutating func add(_ row: ImportRow, at place: RowPlace, hash: UInt64) {
    let key = keys[row.id] ?? intern(row.id)
    entries.append(
      Entry(
        instant: row.at?.seconds ?? 0, order: row.order, offset: place.offset, hash: hash,
        line: UInt32(clamping: place.line), length: UInt32(clamping: place.length), key: key))
  }

  private mutating func intern(_ id: String) -> UInt32 {
    let key = UInt32(ids.count)
    ids.append(id)
    keys[id] = key
    return key
  }

  /// The rows of each escalation together, escalations by id, rows as they happened. Rows that share instant and order
  /// stand by content where the file has an order, so that it does not matter how the file is sorted, and by line where
  /// it has none. O(n log n).
  mutating func groups(byContent: Bool) -> [(id: String, rows: ArraySlice<Entry>)] {
    let sorted = ids.indices.sorted { ids[$0] < ids[$1] }
    var rank = [UInt32](repeating: 0, count: ids.count)
    for (place, key) in sorted.enumerated() { rank[key] = UInt32(place) }
    entries.sort { a, b in
      if a.key != b.key { return rank[Int(a.key)] < rank[Int(b.key)] }
      if a.instant != b.instant { return a.instant < b.instant }
      if a.order != b.order { return a.order < b.order }
      if byContent, a.hash != b.hash { return a.hash < b.hash }
      return a.line < b.line
    }
    var groups: [(id: String, rows: ArraySlice<Entry>)] = []
    groups.reserveCapacity(ids.count)
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      groups.append((ids[Int(entries[start].key)], entries[start..<end]))
      start = end
    }
    return groups
  }
}

extension SourceRow {
  /// Equal for equal values, in every process: FNV-1a.
  var contentHash: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for value in values {
      for byte in value.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x1F) &* 0x100_0000_01b3
    }
    return hash
  }
}
