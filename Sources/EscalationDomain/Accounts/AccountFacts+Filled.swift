extension AccountFacts {
  /// With what another says wherever this says nothing.
  public func filled(by other: AccountFacts?) -> AccountFacts {
    AccountFacts(
      name: name, segment: segment ?? other?.segment, arr: arr ?? other?.arr, renewal: renewal ?? other?.renewal,
      qbr: qbr ?? other?.qbr, calendar: calendar ?? other?.calendar)
  }
}
