/// Why an import as a whole did not take place. Nothing of it is in the store then.
public enum ImportFailure: Error, Hashable, Sendable {
  case cannotRead(path: String, code: Int32)
  case notAFile(path: String)
  /// The file changed while it was read.
  case changedMeanwhile(path: String)
  /// The file has no rows that could be told apart: its header is broken, or it is empty.
  case unusable(RowError)
  /// Neither the profile nor the options name a playbook, nor does the profile map a column to it.
  case noPlaybook(profile: String)
  case unknownPlaybook(String, known: [String])
  /// Some rows are bad and none were to be skipped; the report names each.
  case refused(ImportReport)
  case cannotWrite(path: String, code: Int32)
  /// The file for refused rows is the very file that is read.
  case refusedFileIsInput(path: String)
  case cancelled
}
