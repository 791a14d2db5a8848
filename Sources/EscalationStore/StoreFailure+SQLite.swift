import EscalationDomain
import GRDB

/// Runs store work, with SQLite's errors told as ``StoreFailure``.
func translating<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let error as DatabaseError {
    throw StoreFailure(error, path: path)
  } catch let error as RowDecodingError {
    throw StoreFailure.damaged(path: path, detail: "\(error)")
  } catch let error as ReplayError {
    throw StoreFailure.damaged(path: path, detail: "a log cannot be read: \(error.damage)")
  }
}

extension StoreFailure {
  init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? error.description
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: self = .notPermitted(path: path)
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_ERROR:
      self = .damaged(path: path, detail: detail)
    default: self = .disk(path: path, detail: detail)
    }
  }
}
