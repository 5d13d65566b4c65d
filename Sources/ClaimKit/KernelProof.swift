/// A theorem that a proof assistant's kernel has accepted, and what it says about a claim.
public struct KernelProof: Sendable, Codable, Hashable {
  public enum Role: String, Sendable, Codable {
    /// The claim as printed; of an amendment, the amendment.
    case statement
    /// The claim's negation.
    case refutation
    /// That its hypotheses force the conclusion whatever it says, or cannot be met.
    case triviality
    /// An essential step of one of these; the rest is by hand, and no verdict rests on it alone.
    case step
  }

  /// One of a claim's amendments: its kind, and which of that kind, from 1 in the claim's order.
  public struct AmendmentPlace: Sendable, Codable, Hashable {
    public let kind: Amendment.Kind
    public let number: Int

    public init(_ kind: Amendment.Kind, _ number: Int = 1) {
      self.kind = kind
      self.number = number
    }
  }

  public let claim: String
  /// Nil where the theorem is about the claim as printed.
  public let amendment: AmendmentPlace?
  public let establishes: Role
  public let theorem: String
  public let file: String
  public let axioms: [String]

  public init(
    claim: String, amendment: AmendmentPlace? = nil, establishes: Role, theorem: String,
    file: String, axioms: [String]
  ) {
    self.claim = claim
    self.amendment = amendment
    self.establishes = establishes
    self.theorem = theorem
    self.file = file
    self.axioms = axioms
  }

  /// The role as the claim comments write it: `refutation`, `corrected`, `sharpened-2-step`.
  public var label: String {
    guard let amendment else { return establishes.rawValue }
    let place =
      amendment.kind.rawValue + (amendment.number == 1 ? "" : "-\(amendment.number)")
    return establishes == .statement ? place : "\(place)-\(establishes.rawValue)"
  }
}

extension [Amendment] {
  /// What a kernel proof calls each of these amendments.
  public var places: [KernelProof.AmendmentPlace] {
    indices.map { index in
      KernelProof.AmendmentPlace(
        self[index].kind, self[...index].count { $0.kind == self[index].kind })
    }
  }
}
