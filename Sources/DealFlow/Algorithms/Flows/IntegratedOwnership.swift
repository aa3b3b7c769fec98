/// What parties own of each other through all chains of stakes, their own included.
///
/// Y = (I − S)⁻¹ S for the matrix S of direct stakes (Brioschi, Buzzacchi and Colombo, "Risk capital
/// financing and the separation of ownership and control in business groups", 1989). Y(u,u) > 0 says
/// that a party owns a part of itself: a circular holding.
public struct IntegratedOwnership: Sendable {
  private let count: Int
  private let shares: [Double]

  /// Finds the integrated stakes of direct ones, each 0…1; stakes of one pair are added. Nil where
  /// more than `limit` nodes hold or are held, or where parties own all of themselves in a circle.
  ///
  /// - Complexity: O(*n*³) for *n* nodes.
  public init?(count: Int, stakes: [(owner: Int32, owned: Int32, share: Double)], limit: Int = 1000)
  {
    guard count <= limit else { return nil }
    let matrix = DenseMatrix(count)
    for node in 0..<count { matrix[node, node] = 1 }
    for stake in stakes { matrix[Int(stake.owner), Int(stake.owned)] -= stake.share }
    guard matrix.invert() else { return nil }
    // (I − S)⁻¹ S = (I − S)⁻¹ − I.
    var shares = matrix.cells.prefix(count * count)
    for node in 0..<count { shares[node * count + node] -= 1 }
    self.count = count
    self.shares = shares
  }

  /// What `owner` holds of `owned`, directly and through others.
  public func share(of owner: Int32, in owned: Int32) -> Double {
    shares[Int(owner) * count + Int(owned)]
  }
}
